import type { ErrorEntry } from '@fieldledger/accounting'

const notKnown = 'The document may be there or not. It is not sent again before that is known.'

/** How the line and the sign-in say no, whatever was sent. */
export const connectionEntries: readonly ErrorEntry[] = [
  {
    id: 'crowded',
    title: 'NetSuite works on all it may at a time',
    means: 'Nothing is lost: the document keeps its place in the queue.',
    why: 'An account has a number of requests at a time that all programs share.',
    cure: 'Nothing: Fieldledger waits a few seconds and goes on.',
    curedBy: 'nobody',
    words: ['429', 'CONCURRENCY_LIMIT_EXCEEDED'],
  },
  {
    id: 'throttled',
    title: 'NetSuite asks to wait',
    means: 'Nothing is lost: the document keeps its place in the queue.',
    why: 'An account has a number of requests in a minute and in a day.',
    cure: 'Nothing: Fieldledger waits and goes on.',
    curedBy: 'nobody',
    words: ['429'],
  },
  {
    id: 'signed-out',
    title: 'The sign-in has run out',
    means: 'Documents wait; none is lost.',
    why: 'A consent lives for seven days without a certificate; a certificate for two years.',
    cure: 'Reconnect under Connections, by certificate if you can. Whatever waits goes on by itself.',
    curedBy: 'admin',
    words: ['401', 'INVALID_LOGIN', 'Invalid login attempt'],
  },
  {
    id: 'locked-out',
    title: 'NetSuite no longer lets us in',
    means: 'Documents wait; none is lost.',
    why: 'REST web services or OAuth 2.0 were switched off, or the integration record was blocked.',
    cure: 'Let a NetSuite administrator look at Setup → Company → Enable features → SuiteCloud, and reconnect under Connections.',
    curedBy: 'ledger-admin',
    words: ['403'],
  },
  {
    id: 'unreachable',
    title: 'NetSuite cannot be reached',
    means: 'Nothing was sent.',
    why: 'No connection to NetSuite came about: the line of this server is cut, or the address of NetSuite is not found.',
    cure: 'Nothing: Fieldledger tries again by itself. If it lasts, let whoever runs the server look at its line.',
    curedBy: 'nobody',
    words: ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'],
  },
  {
    id: 'broke-off',
    title: 'NetSuite broke off: we do not know yet',
    means: notKnown,
    why: 'The line was cut, the answer came too late, or NetSuite stumbled after it had been asked.',
    cure: 'Wait: Fieldledger looks the document up by the key that it was written under. If it cannot decide, it asks you.',
    curedBy: 'nobody',
    words: ['500', 'UNEXPECTED_ERROR', '502', '503', '504'],
  },
  {
    id: 'unreadable',
    title: 'The answer cannot be read: we do not know yet',
    means: notKnown,
    why: 'The answer broke NetSuite’s own contract; something in between may have changed it.',
    cure: 'Wait: Fieldledger looks the document up. If it comes again, send the entry of the Integration Log to support.',
    curedBy: 'nobody',
    words: [],
  },
]
