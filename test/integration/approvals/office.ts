import type { RunSummary, TaskView, TimelineEntryView } from '@fieldledger/contract'
import { executeRun } from '@fieldledger/runtime'
import { stepRegistry } from '@fieldledger/steps/executors'
import { createUser } from '@fieldledger/storage'
import type { Role, Step } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { openSession, type Session } from '../../../apps/api/src/testing/session.ts'
import { setStage } from '../../../apps/api/src/testing/stage.ts'

export const managerField = 'f_manager1'

const approval = {
  mode: 'any',
  approvers: { roles: [], people: [] },
  noteOnRejection: true,
  final: true,
}

/** The shipped API with a worker's hands: forms are submitted, walked and decided on through its own door. */
export async function openOffice() {
  const stage = await setStage()
  const { services, ours, origin } = stage
  const { scope, people } = ours
  const runtime = { ...services.runtime, steps: stepRegistry }
  const store = runtime.ports.stores.of(scope)
  const workerId = v7()

  /** Answers what is refused with what was said. */
  async function ask<Answer>(
    session: Session,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const answer = await session(method, path, body)
    if (answer.status >= 400) throw new RangeError(`${method} ${path}: ${JSON.stringify(answer.body)}`)
    return answer.body as Answer
  }

  const office = {
    services,
    scope,
    people,
    store,
    runtime,
    records: ours.records,
    nobody: stage.nobody,
    ask,
    stop: () => stage.stop(),
    /** Walks until nothing is due. */
    async work() {
      for (;;) {
        const runs = await runtime.ports.engine.claimRuns({ workerId, limit: 50 })
        for (const run of runs) await executeRun({ runtime, run })
        if (runs.length === 0) return
      }
    },
    async hire(name: string, role: Role): Promise<{ id: string; session: Session }> {
      const [email, password] = [`${name.toLowerCase()}-${v7()}@ours.example`, 'correct horse']
      const { id } = await createUser({ database: services.database, email, name, password })
      await services.memberships.add(scope, { userId: id, role })
      return { id, session: await openSession(origin, { email, password }) }
    },
    /** A published form with a field over people, whose workflow is this one approval, or these steps in a row. */
    async form(config: object, more: readonly (readonly [Step, string])[] = []): Promise<string> {
      const { session } = people.admin
      const made = await ask<{ id: string; revision: number; draft: object }>(session, 'POST', '/forms', {
        name: 'Request',
      })
      const fields = [
        { kind: 'text', id: 'f_memo0001', label: 'Memo' },
        {
          kind: 'choose',
          id: managerField,
          label: 'Manager',
          source: { from: 'catalogue', catalogue: 'people' },
          limit: 5,
        },
      ]
      await ask(session, 'PUT', `/forms/${made.id}`, {
        content: { ...made.draft, fields },
        revision: made.revision,
      })
      await ask(session, 'POST', `/forms/${made.id}/publish`, {})
      await office.draw(made.id, office.graph(config, more))
      return made.id
    },
    graph(config: object, more: readonly (readonly [Step, string])[] = []) {
      const first: readonly [Step, string] = [
        { kind: 'approval', name: 'Approval', config: { ...approval, ...config } },
        'approved',
      ]
      const row = [first, ...more]
      return {
        steps: {
          s_start: { kind: 'form-submitted', name: 'Start', config: {} },
          ...Object.fromEntries(row.map(([step], index) => [`s_step${index}`, step])),
        },
        edges: row.map((_, index) => ({
          id: `e_edge${index}`,
          from:
            index === 0
              ? { step: 's_start', outlet: 'next' }
              : { step: `s_step${index - 1}`, outlet: row[index - 1]?.[1] ?? '' },
          to: `s_step${index}`,
        })),
      }
    },
    async draw(formId: string, graph: object): Promise<void> {
      const { session } = people.admin
      const path = `/forms/${formId}/workflow`
      const { revision } = await ask<{ revision: number }>(session, 'GET', path)
      const saved = await ask<{ revision: number }>(session, 'PUT', path, { graph, revision })
      await ask(session, 'POST', `${path}/publish`, { revision: saved.revision })
    },
    /** By the field user; walked until it waits. */
    async submit(formId: string, values: object = {}, session = people.field.session): Promise<string> {
      const body = { id: v7(), formVersion: 1, values }
      const { id } = await ask<{ id: string }>(session, 'POST', `/forms/${formId}/submissions`, body)
      await office.work()
      return id
    },
    async tasksOf(session: Session, submissionId: string): Promise<TaskView[]> {
      const { rows } = await ask<{ rows: TaskView[] }>(session, 'GET', '/tasks')
      return rows.filter(({ submission }) => submission.id === submissionId)
    },
    async decide(session: Session, submissionId: string, decision: object = { choice: 'approve' }) {
      const [task] = await office.tasksOf(session, submissionId)
      const answer = await session('POST', `/tasks/${task?.id}/decision`, decision)
      await office.work()
      return answer
    },
    async status(submissionId: string): Promise<string> {
      return String((await store.submissions.get(submissionId))?.status)
    },
    async told(submissionId: string): Promise<string[]> {
      const path = `/submissions/${submissionId}/timeline`
      const { rows } = await ask<{ rows: TimelineEntryView[] }>(people.admin.session, 'GET', path)
      return rows.map(({ text }) => text)
    },
    async runsInTrouble(): Promise<RunSummary[]> {
      const path = '/runs?state=needs-attention'
      return (await ask<{ rows: RunSummary[] }>(people.admin.session, 'GET', path)).rows
    },
  }
  return office
}

export type Office = Awaited<ReturnType<typeof openOffice>>
