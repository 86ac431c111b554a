import { Type } from 'typebox'
import { ImportList, ImportOutcome } from './catalogue-resource.ts'

const count = Type.Integer({ minimum: 0 })

export const WholeImportList = Type.Object({
  list: ImportList,
  /** Requests that the ledger answered for it. */
  pages: count,
  read: count,
  /** null = the ledger does not say how many there are. */
  expected: Type.Union([count, Type.Null()]),
  /** Read ones of which it is settled what becomes of them. */
  settled: count,
  outcomes: Type.Record(Type.String(), count),
})
export type WholeImportList = Type.Static<typeof WholeImportList>

/** GET, POST /connections/:id/whole-import, POST …/stop: all lists of a ledger, taken over in the background. */
export const WholeImportView = Type.Object({
  state: Type.Union([
    Type.Literal('never'),
    Type.Literal('reading'),
    Type.Literal('writing'),
    Type.Literal('stopped'),
    Type.Literal('failed'),
    Type.Literal('done'),
  ]),
  /** A preview writes nothing; Sync Items makes no new ones. */
  wish: Type.Union([Type.Literal('import'), Type.Literal('preview'), Type.Literal('sync-items')]),
  lists: Type.Array(WholeImportList),
  startedAt: Type.Optional(Type.String()),
  startedBy: Type.Optional(Type.String()),
  finishedAt: Type.Optional(Type.String()),
  /** Why it failed, or what it waits for. */
  message: Type.Optional(Type.String()),
  /** What a person should look at; at most 200. */
  noted: Type.Array(
    Type.Object({
      list: ImportList,
      remote: Type.Object({ id: Type.String(), name: Type.String() }),
      outcome: ImportOutcome,
      note: Type.Optional(Type.String()),
    }),
  ),
})
export type WholeImportView = Type.Static<typeof WholeImportView>
