const sentences = {
  'connection-not-found': 'There is no such connection in this company: open Connections and choose one.',
  'provider-unknown': 'Fieldledger has no such ledger: choose one from the list under Connections.',
  'environment-forbidden':
    'A practice company is connected with the practice ledger only, and a real company never: switch to the fitting company.',
  'environment-not-set-up':
    'This server has no keys for that ledger yet: ask whoever runs the server to add them, see "Connecting a real company" in the README.',
  'state-unknown': 'This consent was used already or is older than ten minutes: press Connect again.',
  'state-foreign':
    'This consent was begun in another sign-in or another browser: press Connect again in this one.',
  'consent-declined':
    'The ledger was not connected because the consent was declined: press Connect to try again.',
  'consent-too-narrow':
    'The consent leaves out what Fieldledger needs: connect again and allow everything that is listed.',
  'several-companies':
    'One consent named several ledger companies: connect again and choose one, then connect the others one by one.',
  'company-not-offered': 'The consent did not open one of these companies: choose from the list.',
  'exchange-failed': 'The ledger did not accept the consent: press Connect again.',
  'ledger-already-connected':
    'This ledger company is connected already in this company: use that connection, or choose another ledger company.',
  'different-ledger':
    'The consent named another ledger company than the one connected before: connect again and choose the same company, or confirm that it shall be another one.',
  'not-connected': 'This connection is not active: press Connect first.',
  'account-unknown':
    'The ledger has no such active account for expenses: choose one from the list and save again.',
  'subsidiary-unknown':
    'The ledger company named no such subsidiary: check the connection under Health, then choose one from the list.',
  'tax-code-unknown':
    'The ledger has no such tax code of that rate in use: check the connection under Health, then choose one from the list.',
  'document-not-offered': 'This ledger cannot take one of these documents: leave it off and save again.',
  'status-not-offered':
    'This ledger has no such status for one of these documents: choose one from the list and save again.',
  'ledger-silent': 'The ledger did not answer: try again in a minute.',
} as const

export type ConnectionRefusalCode = keyof typeof sentences

/** Every way in which connecting, checking or disconnecting is refused. */
export class ConnectionRefused extends Error {
  readonly code: ConnectionRefusalCode
  readonly retryable = false

  constructor(code: ConnectionRefusalCode, detail?: string) {
    super(detail ?? sentences[code])
    this.name = 'ConnectionRefused'
    this.code = code
  }
}

export function isConnectionRefusalCode(code: string): code is ConnectionRefusalCode {
  return Object.hasOwn(sentences, code)
}
