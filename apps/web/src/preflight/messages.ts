export const messages = {
  title: 'Before it is sent',
  ready: (ledger: string, document: string) => `Nothing stops it: ${ledger} can take it as a ${document}.`,
  found: (ledger: string, count: number) =>
    count === 1
      ? `${ledger} would not take it yet:`
      : `${ledger} would not take it yet, for ${count} reasons:`,
  mendHere: (ledger: string) => `${ledger} would not take it as it is:`,
  officeSettles: (ledger: string) =>
    `You can submit it. The office settles this before it goes to ${ledger}:`,
}
