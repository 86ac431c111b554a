import { trusted } from 'mongoose'

/** Where a page of a list by time ended: the time and, among equals, the id. */
export function cursorOf(place: { at: Date; id: string }): string {
  return Buffer.from(`${place.at.toISOString()} ${place.id}`).toString('base64url')
}

/** What comes after that place. An unreadable cursor begins at the start. */
export function beyondCursor(list: {
  cursor: string | undefined
  /** The field that the list goes by. */
  by: string
  newestFirst: boolean
}): Record<string, unknown>[] {
  const place = list.cursor === undefined ? undefined : read(list.cursor)
  if (place === undefined) return []
  const beyond = list.newestFirst ? '$lt' : '$gt'
  return [
    // Said by itself too: an index is then read from there on, and not from its start, whichever way it is used.
    { [list.by]: trusted({ [`${beyond}e`]: place.at }) },
    {
      $or: [
        { [list.by]: trusted({ [beyond]: place.at }) },
        { [list.by]: place.at, _id: trusted({ [beyond]: place.id }) },
      ],
    },
  ]
}

function read(cursor: string): { at: Date; id: string } | undefined {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? undefined : { at: date, id }
}
