export const messages = {
  undo: 'Undo send',
  title: (ledger: string) => `Take it back from ${ledger}?`,
  close: 'Close',
  keep: 'Leave it there',
  retry: 'Try again',
  does: {
    deleted: (document: string, ledger: string) =>
      `${document} is deleted in ${ledger}. The form stays approved and is not sent any more; sending it again makes a new document.`,
    voided: (document: string, ledger: string) =>
      `${document} is approved in ${ledger} already, so it is voided: it stays there in the list, with a total of zero. The form stays approved and is not sent any more; sending it again makes a new document.`,
    gone: (document: string, ledger: string) =>
      `${document} is not in ${ledger} any more: nothing is removed, and the form is marked as not sent.`,
  },
  refused: (ledger: string) => `${ledger} keeps it`,
  cancelInstead: 'If it is not wanted any more, cancel the form: what can still be done there is done then.',
  reason: 'Why is it taken back?',
  confirm: { deleted: 'Delete it there', voided: 'Void it there', gone: 'Mark as not sent' },
  asked: 'It is being taken back. Watch the timeline.',
  openThere: (ledger: string) => `Open in ${ledger}`,
}
