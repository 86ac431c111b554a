import {
  BulkDecision,
  BulkDecisionResult,
  HandOverRequest,
  pageOf,
  TaskDecisionRequest,
  TaskView,
} from '@fieldledger/contract'
import { decideTask, handOverTask, listTasks } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'
import { countOpenTasks } from '../tasks/count-open-tasks.ts'
import { decideMany } from '../tasks/decide-many.ts'
import { viewTasks } from '../tasks/view-tasks.ts'
import { visibleTask } from '../tasks/visible-task.ts'

const mostListed = 500

export function taskRoutes(services: Services): Route[] {
  const { runtime } = services

  async function decider({ scope, id }: { scope: CompanyScope; id: string }) {
    const member = (await services.memberships.members(scope)).find(({ userId }) => userId === id)
    if (member === undefined || !member.active || !personMayDo(member, 'task.decide'))
      throw new Unfitting({
        code: 'no-decider',
        message: 'This person does not decide anything here: choose somebody who may.',
      })
    return { id, name: member.name, role: member.role }
  }

  return [
    defineRoute({
      method: 'GET',
      path: '/tasks',
      policy: 'task.read',
      summary: 'Lists tasks: mine and open unless asked otherwise',
      query: Type.Object({
        scope: Type.Optional(Type.Union([Type.Literal('mine'), Type.Literal('all')])),
        state: Type.Optional(
          Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('cancelled')]),
        ),
        submission: Type.Optional(Type.String({ maxLength: 64 })),
        cursor: Type.Optional(Type.String({ maxLength: 100 })),
      }),
      answer: pageOf(TaskView),
      handler: async ({ scope, query, person }) => {
        const { companyId } = scope
        const found = await listTasks({
          runtime,
          companyId,
          filter: {
            states: [query.state ?? 'open'],
            limit: mostListed,
            ...(query.submission === undefined ? {} : { submissionId: query.submission }),
            ...(query.cursor === undefined ? {} : { before: query.cursor }),
          },
        })
        const views = await viewTasks(services, { scope, person, tasks: found })
        const ids = views.map(({ submission }) => submission.id)
        const seen = new Set((await services.submissions.visible(scope, { person, ids })).map(({ id }) => id))
        const rows = views.filter(({ mine, submission }) =>
          query.scope === 'all' ? mine || seen.has(submission.id) : mine,
        )
        const last = found.at(-1)
        return { rows, ...(found.length === mostListed && last ? { next: last.id } : {}) }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/tasks/count',
      policy: 'task.read',
      summary: 'Counts the open tasks that wait for me',
      answer: Type.Object({ open: Type.Integer({ minimum: 0 }) }),
      handler: async ({ scope, person }) => ({ open: await countOpenTasks(services, { scope, person }) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/tasks/:id',
      policy: 'task.read',
      summary: 'Shows a task',
      answer: TaskView,
      handler: ({ scope, params, person }) => visibleTask(services, { scope, person, id: params.id }),
    }),
    defineRoute({
      method: 'POST',
      path: '/tasks/:id/decision',
      policy: 'task.decide',
      summary: 'Decided a task',
      body: TaskDecisionRequest,
      answer: TaskView,
      handler: async ({ scope, params, body, person, audit }) => {
        const before = await visibleTask(services, { scope, person, id: params.id })
        audit({ record: before.submission.id, after: { task: params.id, ...body } })
        const { companyId } = scope
        const { task } = await decideTask({ runtime, companyId, person, taskId: params.id, ...body })
        const [view] = await viewTasks(services, { scope, person, tasks: [task] })
        return view ?? before
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/tasks/decisions',
      policy: 'task.decide',
      summary: 'Decided several tasks',
      body: BulkDecision,
      answer: BulkDecisionResult,
      handler: async ({ scope, body, person, audit }) => {
        const results = await decideMany(services, { scope, person, ...body })
        const done = new Set(results.filter(({ outcome }) => outcome === 'done').map(({ task }) => task))
        audit({ after: body.decisions.filter(({ task }) => done.has(task)) })
        return { results }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/tasks/:id/hand-over',
      policy: 'task.decide',
      summary: 'Handed a task over',
      body: HandOverRequest,
      answer: 'nothing',
      handler: async ({ scope, params, body, person, audit }) => {
        const { submission } = await visibleTask(services, { scope, person, id: params.id })
        audit({ record: submission.id, after: { task: params.id, ...body } })
        const to = await decider({ scope, id: body.to })
        const { companyId } = scope
        await handOverTask({ runtime, companyId, person, taskId: params.id, ...body, to })
        return undefined
      },
    }),
  ]
}
