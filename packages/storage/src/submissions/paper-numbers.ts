import type { Submission } from '@fieldledger/forms'
import { normalisedNumber } from '@fieldledger/workflow'

/** The forms that are compared with each other: one that is paid twice is lost money. */
export const comparedType: Submission['formType'] = 'bill'

/** Longer texts are no numbers; those that agree so far are looked at whole. */
const longest = 100

/**
 * What a bill may be known by, as numbers are compared: its texts. Which of them is the number that the vendor gave it,
 * the mapping of the day says, and a mapping can be changed after the bill came in.
 */
export function paperNumbers(values: Submission['values']): string[] {
  const texts = Object.values(values).filter((value) => typeof value === 'string')
  return [...new Set(texts.map(comparedNumber))].filter((number) => number !== '')
}

export function comparedNumber(text: string): string {
  return normalisedNumber(text).slice(0, longest)
}
