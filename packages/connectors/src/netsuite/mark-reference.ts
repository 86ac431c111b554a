import type { RemoteReference } from '@fieldledger/accounting'

/** What other ledgers call classes are three lists here; a reference names its list and its record in it. */
export const markLists = ['class', 'department', 'location'] as const
export type MarkList = (typeof markLists)[number]

export function markReference(mark: { list: MarkList; id: string }): string {
  return `${mark.list}:${mark.id}`
}

/** The fields of a header or a line that carry the marks: one for each list. */
export function markFields(
  references: readonly RemoteReference[],
): Partial<Record<MarkList, { id: string }>> {
  const fields = references.flatMap((reference) => {
    const [list, id = ''] = reference.id.split(':')
    const known = markLists.find((each) => each === list)
    return known === undefined ? [] : [[known, { id }] as const]
  })
  return Object.fromEntries(fields)
}

/** The marks that a head or a line has there. */
export function marksThere(
  there: Partial<Record<MarkList, { id: string; refName?: string }>>,
): RemoteReference[] {
  return markLists.flatMap((list) => {
    const mark = there[list]
    if (mark === undefined) return []
    const { id, refName } = mark
    return [{ id: markReference({ list, id }), ...(refName === undefined ? {} : { name: refName }) }]
  })
}
