import { Type } from 'typebox'

/** A file of a form, by its id in our own store; its bytes never stand in a request that is kept. */
export const LedgerFile = Type.Object(
  {
    id: Type.String({ maxLength: 100 }),
    name: Type.String({ maxLength: 255 }),
    contentType: Type.String({ maxLength: 100 }),
    size: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)
export type LedgerFile = Type.Static<typeof LedgerFile>

/** What stands beside a document there and not in it. */
export interface BesideDocument {
  notes: string[]
  files: LedgerFile[]
}

/** What the ledger does not take of it, and why: everything else is there. */
export interface NotTaken {
  what: string
  why: string
}
