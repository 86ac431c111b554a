import type { Run, RunState } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { createVisibility, type Viewer } from '../people/visibility.ts'
import { runOf } from '../runtime/run-store.ts'
import { defineRuntimeModels, type StoredRun } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'
import { beyondCursor, cursorOf } from './list-cursor.ts'
import { searchOf } from './submission-query.ts'

export interface RunQuery {
  state?: RunState
  form?: string
  workflowVersion?: number
  /** What a list of submissions is searched for. */
  search?: string
  searchVendors?: readonly string[]
  from?: Date
  to?: Date
  cursor?: string
  limit: number
}

/** Lists of runs, newest first, as one person may see them. */
export interface RunIndex {
  list(
    scope: CompanyScope,
    which: { person: Viewer; query: RunQuery },
  ): Promise<{ rows: Run[]; next?: string; total: number }>
  /** Of which workflow they are; run id → it. */
  workflowsOf(
    scope: CompanyScope,
    runIds: readonly string[],
  ): Promise<Map<string, Pick<Run, 'workflowId' | 'workflowVersion'>>>
}

/** Runs of so many submissions, the newest that fit, are looked through; whoever searches for more narrows it. */
const mostSubmissions = 10_000

/** A list of whatever state names them all: the server then merges what one index holds of each, in order. */
const everyState = Object.keys({
  active: true,
  paused: true,
  'needs-attention': true,
  finished: true,
  stopped: true,
  quarantined: true,
} satisfies Record<RunState, true>)

export function createRunIndex(database: Database): RunIndex {
  const { runs, submissions } = defineRuntimeModels(database.connection)
  const visibility = createVisibility(database)

  /** Of which submissions; none = whatever they are of. */
  async function ofSubmissions(scope: CompanyScope, { person, query }: { person: Viewer; query: RunQuery }) {
    const { companyId } = scope
    const visible = await visibility.submissions(scope, person)
    const searched = searchOf(query)
    if (Object.keys(visible).length === 1 && searched.length === 0) return []
    const found = await submissions
      .find({ companyId, $and: [visible, ...searched] }, { _id: 1 })
      .sort({ submittedAt: -1 })
      .limit(mostSubmissions)
      .lean()
    return [{ submissionId: trusted({ $in: found.map(({ _id }) => _id) }) }]
  }

  return {
    async list(scope, which) {
      const { companyId } = scope
      const { query } = which
      const all = [...filterOf(query), ...(await ofSubmissions(scope, which))]
      const beyond = beyondCursor({ cursor: query.cursor, by: 'startedAt', newestFirst: true })
      const [found, total] = await Promise.all([
        runs
          .find({ companyId, $and: [...all, ...beyond] })
          .sort({ startedAt: -1, _id: -1 })
          .limit(query.limit + 1)
          .lean(),
        runs.countDocuments({ companyId, $and: all }),
      ])
      const rows = found.slice(0, query.limit).map((row) => runOf(row as StoredRun))
      const last = rows.at(-1)
      const more = found.length > query.limit && last !== undefined
      return { rows, total, ...(more ? { next: cursorOf({ at: last.startedAt, id: last.id }) } : {}) }
    },
    async workflowsOf({ companyId }, runIds) {
      if (runIds.length === 0) return new Map()
      const found = await runs
        .find({ companyId, _id: trusted({ $in: [...runIds] }) }, { workflowId: 1, workflowVersion: 1 })
        .lean()
      return new Map(
        found.map(({ _id, workflowId, workflowVersion }) => [_id, { workflowId, workflowVersion }]),
      )
    },
  }
}

function filterOf({ state, form, workflowVersion, from, to }: RunQuery): Record<string, unknown>[] {
  return [
    { state: state ?? trusted({ $in: everyState }) },
    ...(form === undefined ? [] : [{ formId: form }]),
    ...(workflowVersion === undefined ? [] : [{ workflowVersion }]),
    ...(from === undefined ? [] : [{ startedAt: trusted({ $gte: from }) }]),
    ...(to === undefined ? [] : [{ startedAt: trusted({ $lt: to }) }]),
  ]
}
