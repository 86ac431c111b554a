import { DocumentStatus } from '@fieldledger/forms'
import { Type } from 'typebox'

const text = Type.Optional(Type.String({ maxLength: 300 }))
const day = Type.Optional(Type.String({ format: 'date' }))

/** Filters of GET /submissions and of its CSV. */
export const listQuery = {
  form: text,
  status: Type.Optional(DocumentStatus),
  vendor: text,
  project: text,
  /** "me", through my role too, or the id of a person. */
  responsible: text,
  mine: Type.Optional(Type.Boolean()),
  q: text,
  /** A ledger state, in the words of the contract. */
  ledger: text,
  /** The id of a connection: approved, and neither in its ledger nor on the way there. */
  notSentTo: text,
  from: day,
  to: day,
  sort: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('oldest')])),
}
const fields = Type.Object(listQuery)
export type ListQuery = Type.Static<typeof fields>
