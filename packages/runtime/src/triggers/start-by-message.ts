import { companyScope, type MessageStart } from '@fieldledger/workflow'
import type { InboxMessage } from '../ports/inbox-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { PublishedStart } from '../ports/versions.ts'
import { beginRun } from './begin-run.ts'
import { fittingForms } from './fitting-forms.ts'
import { readMessage } from './read-message.ts'
import { type Submitted, submitByMessage } from './submit-by-message.ts'

/** What became of a message. */
type Settled = Pick<InboxMessage, 'reason'> & { state: 'started' | 'refused'; submissionIds: string[] }

/**
 * The forms that a message names begin their runs, and the message is settled, in one transaction: two workers conflict
 * here, and one of them repeats and finds it settled. true = there are new runs.
 */
export async function startByMessage(
  runtime: Runtime,
  { companyId, id }: { companyId: string; id: string },
): Promise<boolean> {
  const scope = companyScope(companyId)
  const workflowId = (await runtime.ports.stores.of(scope).inbox.get(id))?.workflowId ?? ''
  const published = await runtime.ports.versions.start({ scope, workflowId })
  const submitted = await newForm(runtime, { companyId, id, published })
  return runtime.ports.stores.transact(scope, async (store) => {
    const message = await store.inbox.get(id)
    if (message?.state !== 'received') return false
    const settled = await settle(store, { runtime, message, published, submitted })
    if (!(await store.inbox.settle({ id, ...settled, settledAt: runtime.clock.now() }))) return false
    const started = settled.state === 'started'
    await store.outbox.post({ work: started, hints: [{ topic: 'deliveries', id: message.workflowId }] })
    return started
  })
}

interface Received {
  runtime: Runtime
  message: InboxMessage
  published: PublishedStart | undefined
  /** What became of the form that the message is; undefined = it names forms instead. */
  submitted: Submitted | undefined
}

async function settle(store: RuntimeStore, received: Received): Promise<Settled> {
  const { message, published } = received
  if (published?.start.on !== 'message')
    return refused('The workflow is not published with this start: publish it, then send the message again.')
  const { start, formId } = published
  if (start.paused)
    return refused(
      'The start was paused when this arrived: switch it on and publish, then send the message again.',
    )
  if (await store.schedules.formArchived(formId))
    return refused('The form is archived: take it out of the archive, then send the message again.')
  if (received.submitted !== undefined)
    return beginSubmitted(store, { ...received, published, submitted: received.submitted })
  const read = readMessage(message.body, start)
  return 'refused' in read
    ? refused(read.refused)
    : beginNamed(store, { ...received, published, start, ...read })
}

/** Before the transaction, since a submission has its own; repeated, it finds the form that is there. */
async function newForm(
  runtime: Runtime,
  { companyId, id, published }: { companyId: string; id: string; published: PublishedStart | undefined },
): Promise<Submitted | undefined> {
  if (published?.start.on !== 'message' || published.start.submits === undefined) return undefined
  const store = runtime.ports.stores.of(companyScope(companyId))
  const message = await store.inbox.get(id)
  const { start, formId } = published
  if (message?.state !== 'received' || start.paused || (await store.schedules.formArchived(formId)))
    return undefined
  return submitByMessage(runtime, { scope: store.scope, message, published, start })
}

/** The form that the message became goes through this workflow too, beside the one that starts at submit. */
async function beginSubmitted(
  store: RuntimeStore,
  from: Received & { published: PublishedStart; submitted: Submitted },
): Promise<Settled> {
  const { runtime, message, published, submitted } = from
  if ('refused' in submitted) return refused(submitted.refused)
  const { submissionId, given } = submitted
  const { workflowId, version } = published
  const workflow = await runtime.ports.versions.workflow({ scope: store.scope, workflowId, version })
  const stamp = { ...stampOf(message), code: 'message-submitted' } as const
  await beginRun(store, { runtime, workflow, submissionId, given, stamp })
  return { state: 'started', submissionIds: [submissionId] }
}

function refused(reason: string): Settled {
  return { state: 'refused', reason, submissionIds: [] }
}

async function beginNamed(
  store: RuntimeStore,
  from: Received & {
    published: PublishedStart
    start: MessageStart
    names: readonly string[]
    given: Record<string, string>
  },
): Promise<Settled> {
  const { runtime, message, published, start, names, given } = from
  const { formId, workflowId, version } = published
  const { scope } = store
  const { timeZone: zone } = await runtime.ports.people.company({ scope })
  const found = await store.matches.named({ formId, names })
  const ids = found.map(({ id }) => id)
  const now = runtime.clock.now()
  const fitting = await fittingForms(store, { filter: start.filter, ids, formId, now, zone })
  const workflow = await runtime.ports.versions.workflow({ scope, workflowId, version })
  const reasons = names
    .filter((name) => !found.some(({ id, number }) => id === name || number === name))
    .map((name) => `There is no form "${name}".`)
  let begun = 0
  for (const { id, number = id } of found) {
    const one = fitting.has(id)
      ? await beginRun(store, { runtime, workflow, submissionId: id, given, stamp: stampOf(message) })
      : { skipped: 'It is not one that the start takes, by its status or age.' }
    if ('runId' in one) begun += 1
    else reasons.push(`${number}: ${one.skipped}`)
  }
  return {
    state: begun > 0 ? 'started' : 'refused',
    submissionIds: ids,
    ...(reasons.length === 0 ? {} : { reason: reasons.join(' ') }),
  }
}

function stampOf({ id }: InboxMessage) {
  return { code: 'message-started', params: {}, actor: { kind: 'system' }, once: `${id}:started` } as const
}
