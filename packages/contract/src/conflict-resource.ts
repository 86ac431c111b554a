import { ItemRules, Side, SupplierRules } from '@fieldledger/workflow'
import { Type } from 'typebox'

const closed = { additionalProperties: false }
const text = Type.Optional(Type.String())

/** GET /conflicts: suppliers and items of which both sides changed the same field since they agreed last. */
export const ConflictView = Type.Object({
  /** Of the pair. */
  id: Type.String(),
  kind: Type.Union([Type.Literal('vendor'), Type.Literal('material')]),
  recordId: Type.String(),
  recordName: Type.String(),
  connectionId: Type.String(),
  providerLabel: Type.String(),
  fields: Type.Array(
    Type.Object({
      field: Type.String(),
      /** The values are names of other records: one side's is taken, and no third is typed. */
      names: Type.Optional(Type.Union([Type.Literal('vendor'), Type.Literal('account')])),
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
    always: Type.Optional(Type.Union([SupplierRules.properties.always, ItemRules.properties.always])),
  },
  closed,
)
export type ConflictResolution = Type.Static<typeof ConflictResolution>
