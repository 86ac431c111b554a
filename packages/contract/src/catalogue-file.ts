import { Type } from 'typebox'

/** POST /vendors/import (also of the other lists): the text of a CSV file; apply=false shows what it would do. */
export const FileImportRequest = Type.Object(
  {
    file: Type.String({ minLength: 1, maxLength: 20_000_000 }),
    fileName: Type.String({ minLength: 1, maxLength: 255 }),
    apply: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type FileImportRequest = Type.Static<typeof FileImportRequest>

const Outcome = Type.Union([
  Type.Literal('new'),
  Type.Literal('changed'),
  Type.Literal('unchanged'),
  Type.Literal('bad'),
])
const Counts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  bad: Type.Integer(),
})

export const FileImportAnswer = Type.Object({
  applied: Type.Boolean(),
  counts: Counts,
  /** Headings that are none of ours: their columns are left alone. */
  unread: Type.Array(Type.String()),
  /** Bad ones first, and nothing of what stays as it is; so many as a page can show. */
  rows: Type.Array(
    Type.Object({
      line: Type.Integer(),
      outcome: Outcome,
      name: Type.String(),
      changes: Type.Array(Type.Object({ heading: Type.String(), from: Type.String(), to: Type.String() })),
      reason: Type.Optional(Type.String()),
    }),
  ),
  /** Of the report that was kept, every row in it. */
  reportId: Type.Optional(Type.String()),
})
export type FileImportAnswer = Type.Static<typeof FileImportAnswer>

/** GET /imports: what files did to a list, the latest first. */
export const ImportReportView = Type.Object({
  id: Type.String(),
  list: Type.String(),
  fileName: Type.String(),
  by: Type.String(),
  at: Type.String(),
  counts: Counts,
})
export type ImportReportView = Type.Static<typeof ImportReportView>
