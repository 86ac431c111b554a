import { Type } from 'typebox'
import { Value } from 'typebox/value'

const Position = Type.Tuple([Type.String(), Type.String()])

export function writeCursor(row: { nameKey: string; _id: string }): string {
  return Buffer.from(JSON.stringify([row.nameKey, row._id])).toString('base64url')
}

/** undefined = nobody of ours wrote this cursor: the list begins at its beginning. */
export function readCursor(cursor: string | undefined): [nameKey: string, id: string] | undefined {
  if (cursor === undefined) return undefined
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Value.Check(Position, position) ? position : undefined
  } catch {
    return undefined
  }
}
