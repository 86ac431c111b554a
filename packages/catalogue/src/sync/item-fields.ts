import { type ItemField, itemFields } from '@fieldledger/workflow'
import { tooLong } from '../import/too-long.ts'

export type ItemFields = { [Field in ItemField]?: string }

/** Ids of suppliers and accounts are ours, on both sides of a comparison. */
export function itemFieldsOf(item: { [Field in ItemField]?: string | undefined }): ItemFields {
  return Object.fromEntries(
    itemFields.flatMap((field) => {
      const value = item[field]
      return value === undefined || value === '' ? [] : [[field, value]]
    }),
  )
}

/** What an item has there is what both have from now on, where it fits here. */
export function agreedItem(theirs: Parameters<typeof itemFieldsOf>[0] & { name: string }): ItemFields {
  const unfit = new Set<string>(tooLong(theirs).map(({ field }) => field))
  return Object.fromEntries(Object.entries(itemFieldsOf(theirs)).filter(([field]) => !unfit.has(field)))
}
