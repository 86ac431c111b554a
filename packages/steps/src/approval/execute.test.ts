import type { Task } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import type { ApprovalConfig } from './definition.ts'
import { execute } from './execute.ts'

const config: ApprovalConfig = {
  mode: 'any',
  approvers: { roles: ['approver'], people: ['p1'] },
  noteOnRejection: true,
  final: true,
}
const context = (tasks: Task[]) => stepContext({ tasks })
function task(choice?: 'approve' | 'reject'): Task {
  return {
    id: 't',
    companyId: 'c',
    kind: 'approval',
    submissionId: 'x',
    title: '',
    assignees: config.approvers,
    noteRequired: true,
    state: choice ? 'done' : 'open',
    openedAt: new Date(0),
    ...(choice ? { decision: { choice, note: 'ok', by: { id: 'p1', name: 'Ann' }, at: new Date(0) } } : {}),
  }
}

test('"any of" opens one task, "all of" one for each person and role', async () => {
  expect((await execute(config, context([]))).changes).toHaveLength(1)
  expect((await execute({ ...config, mode: 'all' }, context([]))).changes).toHaveLength(2)
})

test('"all of" waits for every approval, and one rejection is enough to reject', async () => {
  const all: ApprovalConfig = { ...config, mode: 'all' }
  expect(await execute(all, context([task('approve'), task()]))).toEqual({ next: 'wait' })
  expect(await execute(all, context([task('approve'), task('approve')]))).toMatchObject({
    outlet: 'approved',
  })
  expect(await execute(all, context([task('reject'), task()]))).toMatchObject({ outlet: 'rejected' })
})

test('a final approval moves the document status, another one does not', async () => {
  const moves = async (final: boolean) =>
    (await execute({ ...config, final }, context([task('approve')]))).changes?.map(({ change }) => change)
  expect(await moves(true)).toEqual(['cancel-open-tasks', 'move-status'])
  expect(await moves(false)).toEqual(['cancel-open-tasks'])
})

test('the options of asking reach every task: by e-mail too, and not by whoever submitted it', async () => {
  const asked = { ...config, mode: 'all' as const, mail: true, notBySubmitter: true }
  const { changes = [] } = await execute(asked, context([]))
  expect(changes).toHaveLength(2)
  for (const change of changes) expect(change).toMatchObject({ mail: true, notBySubmitter: true })
})
