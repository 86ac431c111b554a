const names: Readonly<Record<string, string>> = {
  DocNumber: 'the document number',
  VendorRef: 'a vendor',
  APAccountRef: 'the accounts payable account',
  TxnDate: 'the date',
  DueDate: 'the due date',
  PrivateNote: 'the memo',
  Description: 'a line description',
  Line: 'at least one line',
  Amount: 'the amount of a line',
  ItemRef: 'the item of a line',
  AccountRef: 'the account of a line',
  DisplayName: 'the vendor name',
  Name: 'the item name',
  Sku: 'the SKU',
  PurchaseDesc: 'the item description',
  ExpenseAccountRef: 'the expense account of the item',
  IncomeAccountRef: 'the income account of the item',
  AssetAccountRef: 'the inventory asset account of the item',
}

/** The service's property, e.g. `Line.ItemBasedExpenseLineDetail.ItemRef`, in a bookkeeper's words. */
export function fieldName(element: string): string {
  const last = element.split('.').at(-1) ?? ''
  return Object.hasOwn(names, last) ? (names[last] ?? 'a field') : 'a field'
}
