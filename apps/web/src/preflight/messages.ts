export const messages = {
  title: 'Before it is sent',
  ready: (ledger: string, document: string) => `Nothing stops it: ${ledger} can take it as a ${document}.`,
  found: (ledger: string, count: number) =>
    count === 1
      ? `${ledger} would not take it yet:`
      : `${ledger} would not take it yet, for ${count} reasons:`,
}
