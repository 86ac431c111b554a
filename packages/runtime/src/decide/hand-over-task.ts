import { companyScope, type HandOver, type Task } from '@fieldledger/workflow'
import { HandOverRefused, NotFound, NotYourTask, TaskAlreadyDecided } from '../errors/runtime-errors.ts'
import { mailTo } from '../mail/mail-to.ts'
import type { Person } from '../ports/person.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { seatOf } from './seat-of.ts'

export interface HandOverTask extends PersonalUseCase {
  taskId: string
  /** Works here and may decide tasks; the caller has looked. */
  to: Person
  note?: string
}

/** However many hands a task goes through, it comes to one that decides. */
const mostHands = 5

/** A person gives a task to another one, who is told; whoever gave it away is asked no more. */
export async function handOverTask(input: HandOverTask): Promise<void> {
  const { runtime, person, to } = input
  const scope = companyScope(input.companyId)
  await runtime.ports.stores.transact(scope, async (store) => {
    const task = await store.tasks.get(input.taskId)
    const submission = task === undefined ? undefined : await store.submissions.get(task.submissionId)
    if (task === undefined || submission === undefined) throw new NotFound('task')
    const at = runtime.clock.now()
    const asked = { task, submission, away: await runtime.ports.people.away({ scope, at }) }
    const seat = seatOf(person, asked)
    if (seat === undefined) throw new NotYourTask()
    if (task.state !== 'open') throw new TaskAlreadyDecided()
    if (seat.id !== person.id)
      throw new HandOverRefused('You stand in for somebody here: decide it yourself.')
    refuseUnfitting(task, { to, isAsked: seatOf(to, asked) !== undefined })
    const handOver: HandOver = {
      from: { id: person.id, name: person.name },
      to: { id: to.id, name: to.name },
      ...(input.note === undefined ? {} : { note: input.note }),
      at,
    }
    if (!(await store.tasks.handOver({ task, handOver }))) throw new TaskAlreadyDecided()
    await tell(store, { runtime, task, handOver })
  })
}

function refuseUnfitting(task: Task, { to, isAsked }: { to: Person; isAsked: boolean }): void {
  const { kind, notBy, votes = [], handedOver = [] } = task
  const refuse = (message: string) => {
    throw new HandOverRefused(message)
  }
  if (kind !== 'approval' && kind !== 'edit-form')
    refuse('This task stays with those who settle it: settle it, or ask them to.')
  if (to.id === notBy) refuse(`${to.name} submitted the form and may not decide it: choose somebody else.`)
  if (isAsked || votes.some(({ by }) => by.id === to.id))
    refuse(`${to.name} is asked already: choose somebody else.`)
  if (handedOver.some(({ from }) => from.id === to.id))
    refuse(`${to.name} handed it over before: choose somebody else.`)
  if (handedOver.length >= mostHands)
    refuse('It went through enough hands: decide it, or reject it with a note.')
}

async function tell(
  store: RuntimeStore,
  { runtime, task, handOver }: { runtime: Runtime; task: Task; handOver: HandOver },
): Promise<void> {
  const { submissionId } = task
  const { from, to, note = '', at } = handOver
  const text = `${from.name} handed "${task.title}" over to you${note === '' ? '' : `: ${note}`}.`
  const recipients = { roles: [], people: [to.id] }
  await store.notifications.insert([{ id: runtime.newId(), recipients, submissionId, text, at }])
  if (task.mail === true) {
    const decides = task.kind === 'approval' ? { taskId: task.id } : {}
    await mailTo(store, { runtime, recipients, submissionId, subject: task.title, text, ...decides })
  }
  await store.timeline.append({
    submissionId,
    stamps: [
      { code: 'task-handed-over', params: { by: from.name, to: to.name, note }, actor: byPerson(from) },
    ],
    at,
  })
  await store.outbox.post({
    work: task.mail === true,
    hints: [
      { topic: 'tasks', id: task.id },
      { topic: 'notifications' },
      { topic: 'submissions', id: submissionId },
    ],
  })
}
