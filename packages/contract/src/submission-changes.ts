import { Money } from '@fieldledger/accounting'
import { MaterialRow } from '@fieldledger/forms'
import { Type } from 'typebox'

const LineParts = Type.Union([
  Type.Literal('materialId'),
  Type.Literal('description'),
  Type.Literal('quantity'),
  Type.Literal('unit'),
  Type.Literal('unitPrice'),
  Type.Literal('taxPercent'),
  Type.Literal('costCodeId'),
  Type.Literal('accountId'),
  Type.Literal('vendorId'),
  Type.Literal('amount'),
])

/** GET /submissions/:id/changes?from=: without `from`, since the revision last decided on, else the one before. */
export const SubmissionChangesView = Type.Object({
  from: Type.Integer(),
  to: Type.Integer(),
  revisions: Type.Array(Type.Object({ revision: Type.Integer(), by: Type.String(), at: Type.String() })),
  fields: Type.Array(
    Type.Object({
      fieldId: Type.String(),
      before: Type.Optional(Type.Unknown()),
      after: Type.Optional(Type.Unknown()),
      /** Of a material table; none = the lines only stand in another order. */
      lines: Type.Optional(
        Type.Array(
          Type.Union([
            Type.Object({ kind: Type.Literal('added'), after: MaterialRow }),
            Type.Object({ kind: Type.Literal('removed'), before: MaterialRow }),
            Type.Object({
              kind: Type.Literal('changed'),
              before: MaterialRow,
              after: MaterialRow,
              parts: Type.Array(LineParts),
            }),
          ]),
        ),
      ),
    }),
  ),
  total: Type.Object({ before: Money, after: Money }),
  names: Type.Record(Type.String(), Type.String()),
})
export type SubmissionChangesView = Type.Static<typeof SubmissionChangesView>
