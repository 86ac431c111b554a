export const messages = {
  title: 'Connections',
  hint: 'The ledgers that this company sends its documents to.',
  label: 'Connections',
  connect: 'Connect a ledger',
  close: 'Close',
  emptyTitle: 'No ledger is connected yet',
  emptyHint: 'Connect one: its vendors and items can then be imported, and workflows can send to it.',
  environments: {
    practice: 'Connect practice (simulated)',
    sandbox: 'Connect the provider’s sandbox',
    production: 'Connect the real ledger',
  },
  practice: 'Practice',
  states: {
    active: 'Active',
    'needs-reconnect': 'Reconnect needed',
    disconnected: 'Disconnected',
  },
  open: 'Open',
  toLookAt: (count: number) => `${count} to look at`,
  leaving: 'You are taken to the ledger to allow it, and come back here.',
  severalAtOnce: 'One consent may open several companies: you choose among them when you come back.',
  failedTitle: 'The ledger was not connected',
  failed: 'The ledger did not accept the consent: press Connect again.',
  retry: 'Try again',
}

/** What the way back from a consent page may say; the server sends the code. */
export const failures: Record<string, string> = {
  'connection-not-found': 'There is no such connection in this company: press Connect again.',
  'environment-forbidden':
    'A practice company is connected with the practice ledger only, and a real company never: switch to the fitting company.',
  'environment-not-set-up':
    'This server has no keys for that ledger yet: ask whoever runs the server to add them.',
  'state-unknown': 'This consent was used already or is older than ten minutes: press Connect again.',
  'state-foreign':
    'This consent was begun in another sign-in or another browser: press Connect again in this one.',
  'consent-declined':
    'The ledger was not connected because the consent was declined: press Connect to try again.',
  'consent-too-narrow':
    'The consent leaves out what Fieldledger needs; the connection says what. Press Connect again and allow everything that is listed.',
  'several-companies':
    'The consent named several companies of the ledger, and a connection means one: press Connect again and choose one there, then connect the others one by one.',
  'ledger-already-connected':
    'This ledger company is connected already in this company: use that connection, or choose another ledger company.',
  'different-ledger':
    'The consent named another ledger company than the one connected before: connect again and choose the same one.',
  'ledger-silent': 'The ledger did not answer: try again in a minute.',
  'not-allowed': 'Your role does not allow this: ask an administrator of your company.',
}
