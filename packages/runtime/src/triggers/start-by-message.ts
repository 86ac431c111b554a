import { companyScope } from '@fieldledger/workflow'
import { failpoint } from '../failpoints/failpoint.ts'
import type { InboxMessage } from '../ports/inbox-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { PublishedStart } from '../ports/versions.ts'
import { beginNamed, type SettledMessage } from './begin-named.ts'
import { beginRun } from './begin-run.ts'
import { readMessage } from './read-message.ts'
import { type Submitted, submitByMessage } from './submit-by-message.ts'

/**
 * The forms that a message names begin their runs, and the message is settled, in one transaction: two workers conflict
 * here, and one of them repeats and finds it settled. Where a form is busy it is put off instead. true = there are new
 * runs.
 */
export async function startByMessage(
  runtime: Runtime,
  { companyId, id }: { companyId: string; id: string },
): Promise<boolean> {
  const scope = companyScope(companyId)
  const workflowId = (await runtime.ports.stores.of(scope).inbox.get(id))?.workflowId ?? ''
  const published = await runtime.ports.versions.start({ scope, workflowId })
  const submitted = await newForm(runtime, { companyId, id, published })
  const started = await runtime.ports.stores.transact(scope, async (store) => {
    const message = await store.inbox.get(id)
    if (message?.state !== 'received') return false
    const settled = await settle(store, { runtime, message, published, submitted })
    const kept =
      'putOff' in settled
        ? await store.inbox.putOff({ id, ...settled.putOff })
        : await store.inbox.settle({ id, ...withEarlier(message, settled), settledAt: runtime.clock.now() })
    if (!kept) return false
    failpoint('message.in-transaction')
    await store.outbox.post({
      work: settled.begun > 0,
      hints: [{ topic: 'deliveries', id: message.workflowId }],
    })
    return settled.begun > 0
  })
  if (started) failpoint('message.after-commit')
  return started
}

interface Received {
  runtime: Runtime
  message: InboxMessage
  published: PublishedStart | undefined
  /** What became of the form that the message is; undefined = it names forms instead. */
  submitted: Submitted | undefined
}

/** What began at an earlier look has begun, whatever became of the others. */
function withEarlier(
  { waiting, submissionIds }: InboxMessage,
  { begun, reasons, ...settled }: Extract<SettledMessage, { reasons: unknown }>,
) {
  const why = [...(waiting?.reasons ?? []), ...reasons]
  return {
    state: begun + (waiting?.begun ?? 0) > 0 ? ('started' as const) : ('refused' as const),
    submissionIds: waiting === undefined ? settled.submissionIds : (submissionIds ?? []),
    ...(why.length === 0 ? {} : { reason: why.join(' ') }),
  }
}

async function settle(store: RuntimeStore, received: Received): Promise<SettledMessage> {
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
    : beginNamed(store, { ...received, stamp: stampOf(message), published, start, ...read })
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
): Promise<SettledMessage> {
  const { runtime, message, published, submitted } = from
  if ('refused' in submitted) return refused(submitted.refused)
  const { submissionId, given } = submitted
  const { workflowId, version } = published
  const workflow = await runtime.ports.versions.workflow({ scope: store.scope, workflowId, version })
  const stamp = { ...stampOf(message), code: 'message-submitted' } as const
  await beginRun(store, { runtime, workflow, submissionId, given, stamp })
  return { begun: 1, reasons: [], submissionIds: [submissionId] }
}

function refused(reason: string): SettledMessage {
  return { begun: 0, reasons: [reason], submissionIds: [] }
}

function stampOf({ id }: InboxMessage) {
  return { code: 'message-started', params: {}, actor: { kind: 'system' }, once: `${id}:started` } as const
}
