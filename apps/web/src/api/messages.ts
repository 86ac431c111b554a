export const messages = {
  noConnection:
    'The server cannot be reached. Check your network; nothing that you typed is lost. Try again.',
  unreadable: 'The server gave an answer that cannot be read. Try again in a moment.',
  failed: 'That did not work. Try again in a moment.',
  signInAgain: 'Your session has ended. Sign in again; what you typed is kept.',
}
