const names: Record<string, string> = {
  document: 'Document',
  status: 'State',
  number: 'Number',
  party: 'Vendor',
  date: 'Date',
  dueDate: 'Due date',
  terms: 'Terms',
  employee: 'Employee',
  memo: 'Memo',
  lines: 'Number of lines',
  net: 'Net total',
  total: 'Total with tax',
  kind: 'Kind',
  amount: 'Amount',
  item: 'Item',
  account: 'Account',
  beside: 'Beside the document',
  description: 'Description',
  quantity: 'Quantity',
  taxCode: 'Tax code',
  unitPrice: 'Unit price',
  class: 'Class or tracking',
  project: 'Project',
  shipTo: 'Ship to',
}

/** "lines.2.amount" → "Amount of line 2": what a difference is about, as a bookkeeper calls it. */
export function describeField(field: string): string {
  const [list, position, part] = field.split('.')
  if (list === 'lines' && part !== undefined) return `${names[part] ?? part} of line ${position}`
  return names[field] ?? field
}
