import type { Submission } from '@fieldledger/forms'
import type { WalkStart } from '@fieldledger/runtime'
import { type CompanyScope, companyScope, type Task } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { groupBy } from '../grouping/group-by.ts'
import { inGroups } from '../grouping/in-groups.ts'
import { submissionOf } from '../submissions/stored-submission.ts'
import { createEffectStore } from './effect-store.ts'
import { createLineStore } from './line-store.ts'
import { type Stored, toEntity } from './record.ts'
import type { RuntimeModels } from './runtime-models.ts'

interface Starting {
  scope: CompanyScope
  run: { id: string; submissionId: string; epoch: number }
}

const nothing: WalkStart = { owned: false, submission: undefined, tasks: [], effects: [] }

/** Runs that are loaded together are read by one query of each collection and company. */
export function createWalkStarts(models: RuntimeModels): (starting: Starting) => Promise<WalkStart> {
  return inGroups<Starting, WalkStart>({
    most: 200,
    inFlight: 4,
    together: async (group) => {
      const byCompany = groupBy(group, ({ scope }) => scope.companyId)
      const starts = new Map<string, WalkStart>()
      await Promise.all(
        [...byCompany].map(async ([companyId, own]) => {
          for (const [claim, start] of await load(companyId, own)) starts.set(claim, start)
        }),
      )
      return group.map(({ run }) => starts.get(claimOf(run)) ?? nothing)
    },
  })

  async function load(companyId: string, own: readonly Starting[]): Promise<Map<string, WalkStart>> {
    const scope = companyScope(companyId)
    const ids = [...new Set(own.map(({ run }) => run.submissionId))]
    const [submissions, owned, tasks, effects] = await Promise.all([
      submissionsOf(scope, ids),
      ownedOf(scope, own),
      tasksOf(scope, own),
      createEffectStore(models, { scope }).ofSubmissions(ids),
    ])
    const effectsOf = groupBy(effects, ({ submissionId }) => submissionId)
    return new Map(
      own.map(({ run }) => [
        claimOf(run),
        {
          owned: owned.has(claimOf(run)),
          submission: submissions.get(run.submissionId),
          tasks: tasks.get(run.id) ?? [],
          effects: effectsOf.get(run.submissionId) ?? [],
        },
      ]),
    )
  }

  async function submissionsOf(
    scope: CompanyScope,
    ids: readonly string[],
  ): Promise<Map<string, Submission>> {
    const { companyId } = scope
    const lines = createLineStore(models, { scope })
    const found = await models.submissions.find({ companyId, _id: trusted({ $in: [...ids] }) }).lean()
    const whole = await Promise.all(
      found.map(async (row) => {
        const submission = submissionOf(row)
        return { ...submission, values: await lines.fill(submission) }
      }),
    )
    return new Map(whole.map((submission) => [submission.id, submission]))
  }

  async function ownedOf({ companyId }: CompanyScope, own: readonly Starting[]): Promise<Set<string>> {
    const ids = [...new Set(own.map(({ run }) => run.id))]
    const found = await models.runs
      .find({ companyId, _id: trusted({ $in: ids }), state: 'active' }, { epoch: 1 })
      .lean()
    return new Set(found.map(({ _id, epoch }) => claimOf({ id: _id, epoch })))
  }

  // Nobody is asked before the first claim.
  async function tasksOf({ companyId }: CompanyScope, own: readonly Starting[]) {
    const runIds = own.filter(({ run }) => run.epoch > 1).map(({ run }) => run.id)
    if (runIds.length === 0) return new Map<string, Task[]>()
    const found = await models.tasks
      .find({ companyId, runId: trusted({ $in: runIds }) })
      .sort({ openedAt: 1, _id: 1 })
      .lean()
    const tasks = found.map((task) => toEntity<Task>(task as Stored<Task>))
    return groupBy(tasks, ({ runId }) => runId)
  }
}

/** A worker that stood still may hold two claims of one run, the one that it lost and a new one. */
function claimOf({ id, epoch }: Pick<Starting['run'], 'id' | 'epoch'>): string {
  return `${id}|${epoch}`
}
