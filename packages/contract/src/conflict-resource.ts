import { Side, SupplierRules } from '@fieldledger/workflow'
import { Type } from 'typebox'

const closed = { additionalProperties: false }
const text = Type.Optional(Type.String())

/** GET /conflicts: suppliers of which both sides changed the same field since they agreed last. */
export const ConflictView = Type.Object({
  /** Of the pair. */
  id: Type.String(),
  vendorId: Type.String(),
  vendorName: Type.String(),
  connectionId: Type.String(),
  providerLabel: Type.String(),
  fields: Type.Array(
    Type.Object({
      field: Type.String(),
      /** Absent = emptied. */
      ours: text,
      theirs: text,
      agreed: text,
      /** Who changed ours, where it is known. */
      oursBy: text,
      oursAt: Type.String(),
      theirsSeenAt: Type.String(),
    }),
  ),
})
export type ConflictView = Type.Static<typeof ConflictView>

const Choice = Type.Union([
  Side,
  Type.Object({ value: Type.String({ minLength: 1, maxLength: 1000 }) }, closed),
])

/** POST /conflicts/:id/resolve: field by field; `always` makes a rule of what is chosen for these fields. */
export const ConflictResolution = Type.Object(
  {
    choices: Type.Record(Type.String({ maxLength: 30 }), Choice),
    always: Type.Optional(SupplierRules.properties.always),
  },
  closed,
)
export type ConflictResolution = Type.Static<typeof ConflictResolution>
