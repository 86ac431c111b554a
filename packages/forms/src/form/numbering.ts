import type { NumberingPattern } from './form.ts'

/** PO-2026-0042: prefix, project code, year and counter, as the form's pattern says. */
export function formatNumber(number: {
  pattern: NumberingPattern
  year: number
  counter: number
  projectCode?: string
}): string {
  const { pattern } = number
  const parts = [pattern.prefix.replace(/-$/, '')]
  const projectCode = number.projectCode?.trim()
  if (pattern.projectCode && projectCode) parts.push(projectCode)
  if (pattern.year) parts.push(String(number.year))
  parts.push(String(number.counter).padStart(pattern.digits, '0'))
  return parts.join('-')
}
