/** Words of the tax rules of a connection. */
export const taxMessages = {
  taxCodes: {
    title: 'Tax codes',
    hint: (ledger: string) =>
      `The tax rate of a line becomes the tax code of that rate in ${ledger}. Where there are several a form waits until one is chosen here: they differ in the tax return. “Check now” under Health reads the list again.`,
    label: (rate: string) => `${rate} %`,
    clear: (label: string) => `Clear “${label}”`,
    theOnly: (code: string) => `${code}, the only one`,
    choose: (count: number) => `Choose one of ${count}`,
    gone: (code: string) => `“${code}” is not in use there any more: choose another one.`,
  },
  billTax: {
    title: 'Tax of bills',
    hint: (ledger: string) =>
      `${ledger} keeps no tax on what is bought here. The tax on the paper goes all the same, so that the bill comes to what is to be paid. On orders the amounts without tax are sent.`,
    asLine: 'A line of its own',
    spread: 'Spread over the lines',
    spreadHint: 'Each line is sent with its tax inside its price and amount.',
    account: (ledger: string) => `Account for tax that ${ledger} does not keep`,
    toDefault: 'None: the default expense account',
  },
}
