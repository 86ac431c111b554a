const sentences = {
  'record-not-found': 'There is no such record in this company: search for it in the catalogue.',
  'name-taken': 'There is one with this name already: use that one, or choose another name.',
  'account-not-found': 'There is no such account in the catalogue: choose one from the list.',
  'connection-not-found': 'There is no such connection in this company: open Connections and choose one.',
  'connection-not-active': 'This connection is not active: reconnect it under Connections.',
  'remote-not-found': 'The ledger has no such record: search for it there and choose again.',
  'remote-inactive': 'This record is inactive in the ledger: make it active there, or choose another one.',
  'remote-taken': 'This record of the ledger is linked with another one of ours: unlink that one first.',
  'already-linked': 'This record is linked in that ledger already: unlink it first.',
  'not-linked': 'This record is not linked in that ledger: there is nothing to unlink.',
  'merge-into-itself': 'A vendor cannot be merged into itself: choose another vendor.',
  merged: 'This vendor was merged into another one, which stands for it: use that one.',
  'merge-target-unfit': 'This vendor cannot take over others: choose an active one.',
  'not-proposed': 'This vendor was looked at already: open it to edit it.',
  'record-archived': 'This record is archived: bring it back first.',
  'no-conflict': 'Nothing of this is left to choose: load the list again.',
  'file-without-names':
    'The file has neither a column "Name" nor a column "Id": take the first line from the list’s own CSV.',
  'file-too-long': 'The file has more than 10,000 rows: load it in parts.',
  'import-busy': 'Somebody else is importing at this moment: try again in a minute.',
  'whole-import-under-way':
    'Lists of this ledger are being imported already, or that was stopped: let it finish under All lists, then press again.',
  'no-whole-import-under-way': 'Nothing is being imported from this ledger now: load the page again.',
} as const

export type CatalogueRefusalCode = keyof typeof sentences

/** Every way in which the catalogue says no. */
export class CatalogueRefused extends Error {
  readonly code: CatalogueRefusalCode
  readonly retryable = false

  constructor(code: CatalogueRefusalCode) {
    super(sentences[code])
    this.name = 'CatalogueRefused'
    this.code = code
  }
}
