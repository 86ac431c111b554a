export const messages = {
  title: 'Cancel this form',
  close: 'Close',
  hint: 'The workflow stops and open tasks are taken back.',
  reason: 'Reason',
  keep: 'Keep it',
  confirm: 'Cancel the form',
  cancelled: 'The form is cancelled.',
  also: {
    closed: (document: string, ledger: string) => `Also close ${document} in ${ledger}`,
    deleted: (document: string, ledger: string) => `Also delete ${document} in ${ledger}`,
    voided: (document: string, ledger: string) =>
      `Also void ${document} in ${ledger}: it is approved there already, so it stays in the list with a total of zero`,
    unknown: (document: string, ledger: string) =>
      `Also take ${document} out of ${ledger}: it could not be looked at just now, and the timeline will tell what was done`,
  },
  whatBecomes: (document: string, ledger: string) => `What becomes of ${document} in ${ledger}`,
  choice: {
    close: 'Close it',
    closed: (ledger: string) => `It stays in ${ledger}, closed, and can be opened again there.`,
    delete: 'Delete it',
    deleted: (ledger: string) => `Then it is gone from ${ledger}.`,
  },
  nothingToDo: {
    gone: (document: string, ledger: string) => `${document} is not in ${ledger} any more.`,
    'closed-already': (document: string, ledger: string) => `${document} is closed in ${ledger} already.`,
    stays: (document: string, ledger: string) =>
      `${ledger} lets nobody take ${document} back from here: remove it there.`,
  },
  keeps: (document: string, ledger: string) => `${document} stays in ${ledger}`,
  cancelAllTheSame: 'The form can be cancelled here all the same.',
  openThere: (ledger: string) => `Open in ${ledger}`,
}
