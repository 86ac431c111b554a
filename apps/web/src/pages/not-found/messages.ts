export const messages = {
  title: 'There is nothing at this address',
  hint: 'It may have been moved, or your role does not show it.',
  home: 'Go to Home',
}
