import { readDecimal } from '@fieldledger/accounting/money'
import type { FileColumn } from './file-columns.ts'
import type { FileNames } from './file-names.ts'

export interface FileLookup {
  accounts: FileNames
  vendors: FileNames
}

export type ReadCell = { value: string | boolean | undefined } | { problem: string }

/** A value as it stands in the file. */
export function writeCell(
  column: FileColumn,
  { value, lookup }: { value: unknown; lookup: FileLookup },
): string {
  if (value === undefined || value === null) return ''
  if (column.kind === 'switch') return value === true ? 'yes' : ''
  if (column.kind === 'account') return lookup.accounts.textOf(String(value))
  if (column.kind === 'vendor') return lookup.vendors.textOf(String(value))
  return String(value)
}

/** What a cell says; an empty one clears the field. */
export function readCell(
  column: FileColumn,
  { text, lookup }: { text: string; lookup: FileLookup },
): ReadCell {
  const { kind, heading } = column
  if (text === '') return { value: undefined }
  if (kind === 'switch') return readSwitch(heading, text)
  if (kind === 'decimal') {
    const value = readDecimal(text)
    return value === undefined ? { problem: `${heading} "${text}" is no number.` } : { value }
  }
  if (kind === 'text') return { value: text }
  const value = (kind === 'account' ? lookup.accounts : lookup.vendors).idOf(text)
  return value === undefined
    ? { problem: `${heading} "${text}" is not in the catalogue, or stands there more than once.` }
    : { value }
}

const words: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  '1': true,
  no: false,
  false: false,
  '0': false,
}

function readSwitch(heading: string, text: string): ReadCell {
  const value = words[text.toLowerCase()]
  if (value === undefined) return { problem: `${heading} takes yes or no, not "${text}".` }
  return { value: value || undefined }
}
