import { shortTextLimit } from '../records/record-limits.ts'

const labels = { name: 'name', sku: 'SKU' } as const

/** A sentence for each text that does not fit here: it is never cut (G-06). */
export function tooLong(input: {
  name: string
  sku?: string | undefined
}): { field: keyof typeof labels; note: string }[] {
  return (['name', 'sku'] as const).flatMap((field) => {
    const { length } = input[field] ?? ''
    if (length <= shortTextLimit) return []
    const note = `Its ${labels[field]} has ${length} characters there, and ours takes ${shortTextLimit}: shorten it in the ledger.`
    return [{ field, note }]
  })
}
