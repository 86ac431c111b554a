import { comparableDocument } from './comparable-document.ts'
import type { RemoteDocument } from './ledger-document.ts'

/** The fields that somebody changed in the ledger since it was last read. */
export function changedThere(read: { before: RemoteDocument; now: RemoteDocument }): string[] {
  const [before, after] = [comparableDocument(read.before), comparableDocument(read.now)]
  // An order that was read before totals were told of orders has not got another one.
  if (read.before.total === undefined) after.delete('total')
  // Nor other terms one that was read before they were told.
  if (read.before.terms === undefined) after.delete('terms')
  // Nor another employee.
  if (read.before.employee === undefined) after.delete('employee')
  // Nor has a line that was read before unit prices were.
  for (const field of after.keys())
    if (field.endsWith('.unitPrice') && !before.has(field)) after.delete(field)
  // Nor has one that was read before tax codes were told of lines; where it had none, its total tells.
  if (!read.before.lines.some(({ taxCode }) => taxCode !== undefined))
    for (const field of after.keys()) if (field.endsWith('.taxCode')) after.delete(field)
  const fields = new Set([...before.keys(), ...after.keys()])
  return [...fields].filter((field) => before.get(field)?.same !== after.get(field)?.same)
}
