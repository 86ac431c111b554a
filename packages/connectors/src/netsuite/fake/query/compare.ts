import { refuse } from '../refusals.ts'
import type { Cell } from './cell.ts'

/** Numbers as numbers, days as days, texts as they are written; nothing comes before something. */
export function compareCells(left: Cell, right: Cell): number {
  if (left.value === null || right.value === null)
    return Number(right.value === null) - Number(left.value === null) || 0
  if (left.kind === 'day' || right.kind === 'day') {
    const [first, second] = [instantOf(left), instantOf(right)]
    return first - second
  }
  const [first, second] = [Number(left.value), Number(right.value)]
  const areNumbers = [left.value, right.value].every((value) => /^-?\d+(\.\d+)?$/.test(String(value)))
  if (areNumbers) return first - second
  if (left.value === right.value) return 0
  return String(left.value) < String(right.value) ? -1 : 1
}

/** A day without its time begins at midnight; a bare text must be in the account's own format. */
function instantOf({ value, kind }: Cell): number {
  const text = String(value)
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [, month = '', day = '', year = ''] = american ?? []
  const iso = american ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  const instant = kind === 'day' || american ? Date.parse(iso.length > 10 ? withZone(iso) : iso) : Number.NaN
  if (Number.isNaN(instant)) throw refuse.search('Search error occurred: Invalid or unsupported date value.')
  return instant
}

function withZone(iso: string): string {
  return /Z|[+-]\d{2}:\d{2}$/.test(iso) ? iso : `${iso}Z`
}

/** `%` is any text, `_` one character, unless the escape stands before it. */
export function isLike(
  cell: Cell,
  { pattern, escaper }: { pattern: string; escaper: string | undefined },
): boolean {
  if (cell.value === null) return false
  let expression = ''
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? ''
    if (escaper !== undefined && character === escaper) {
      at += 1
      expression += literally(pattern[at] ?? '')
    } else if (character === '%') expression += '.*'
    else if (character === '_') expression += '.'
    else expression += literally(character)
  }
  return new RegExp(`^${expression}$`, 's').test(String(cell.value))
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
