import { Missing } from '../refusals.ts'

/** The `:n` of an address. */
export function versionNumber(text: string): number {
  if (!/^[1-9][0-9]{0,6}$/.test(text)) throw new Missing()
  return Number(text)
}
