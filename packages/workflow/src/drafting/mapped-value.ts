import type { DraftInputs } from './draft-inputs.ts'

/** What stands in a mapped field; of several chosen the first. */
export function mappedValue(
  { submission }: Pick<DraftInputs, 'submission'>,
  source: string | undefined,
): string | undefined {
  const value = source === undefined ? undefined : submission.values[source]
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first !== '' ? first : undefined
}
