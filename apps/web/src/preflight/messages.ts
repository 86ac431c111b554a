export const messages = {
  title: 'Before it is sent',
  ready: (ledger: string, document: string) => `Nothing stops it: ${ledger} can take it as a ${document}.`,
  found: (ledger: string, count: number) =>
    count === 1
      ? `${ledger} would not take it yet:`
      : `${ledger} would not take it yet, for ${count} reasons:`,
  alsoOn: (lines: readonly number[]) =>
    lines.length === 1 ? `The same on line ${lines[0]}.` : `The same on lines ${lines.join(', ')}.`,
  willBeSplit: (split: { count: number; document: string; ledger: string }) =>
    `Will be sent to ${split.ledger} as ${split.count} ${split.document.toLowerCase()}s, one for each vendor:`,
  vendor: 'Vendor',
  vendorUnknown: 'Not in the catalogue',
  lines: 'Lines',
  total: 'Total',
  mendHere: (ledger: string) => `${ledger} would not take it as it is:`,
  officeSettles: (ledger: string) =>
    `You can submit it. The office settles this before it goes to ${ledger}:`,
}
