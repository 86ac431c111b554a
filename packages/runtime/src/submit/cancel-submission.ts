import { documentCapability } from '@fieldledger/accounting'
import { moveStatus, type Submission } from '@fieldledger/forms'
import { type ConnectionSummary, companyScope } from '@fieldledger/workflow'
import { isRemoved } from '../effects/mark-removed.ts'
import { planCancel } from '../effects/plan-cancel.ts'
import { DecisionRefused, NotFound, StatusForbids } from '../errors/runtime-errors.ts'
import { noteChangeOnOrder } from '../links/note-change-on-order.ts'
import { refuseSplit } from '../links/refuse-split.ts'
import type { Effect } from '../ports/effect-store.ts'
import { byPerson, bySystem } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { withdrawWork } from './withdraw-work.ts'

export interface CancelSubmission extends PersonalUseCase {
  submissionId: string
  reason: string
  removeFromLedger: boolean
  /** Connections in which the document is deleted, where it would be closed or was left alone. */
  deleteIn?: readonly string[]
}

/** Stops the run and its tasks and, when asked, takes the document out of the ledger by G-13. */
export async function cancelSubmission(input: CancelSubmission): Promise<{ submission: Submission }> {
  const { runtime, reason, deleteIn = [] } = input
  const scope = companyScope(input.companyId)
  if (reason.trim() === '') throw new DecisionRefused('Say why it is cancelled: write a reason, then cancel.')
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  refuseDeleting(deleteIn, connections)
  const cancelled = await runtime.ports.stores.transact(scope, async (store) => {
    const submission = await store.submissions.get(input.submissionId)
    if (submission === undefined) throw new NotFound('form')
    await refuseSplit(store, { submission, what: 'cancel' })
    const status = moveStatus(submission.status, 'cancel')
    if (status === undefined) throw new StatusForbids({ what: 'cancelled', status: submission.status })
    await withdrawWork(store, { submission, why: 'cancelled' })
    const effects = await store.effects.ofSubmission(submission.id)
    for (const create of effects.filter((effect) => isRemovable(effect, connections))) {
      const deleted = deleteIn.includes(create.connectionId)
      const plan = { runtime, submission, create, effects, person: input.person, deleted }
      if (input.removeFromLedger || deleted) await planCancel(store, plan)
    }
    await store.submissions.change({ id: submission.id, change: { status } })
    await store.timeline.append({
      submissionId: submission.id,
      stamps: [
        { code: 'cancelled', params: { reason }, actor: byPerson(input.person) },
        { code: 'status-changed', params: { to: status }, actor: bySystem },
      ],
      at: runtime.clock.now(),
    })
    const actor = byPerson(input.person)
    const at = runtime.clock.now()
    const onOrder = await noteChangeOnOrder(store, { before: submission, how: 'cancelled', actor, at })
    await store.outbox.post({
      work: input.removeFromLedger || deleteIn.length > 0,
      hints: [
        ...onOrder,
        { topic: 'submissions', id: submission.id },
        { topic: 'tasks' },
        { topic: 'attention' },
      ],
    })
    return { ...submission, status }
  })
  runtime.doorbell.ring()
  return { submission: cancelled }
}

/** Nobody is left to believe that it is gone where it is only closed. */
function refuseDeleting(deleteIn: readonly string[], connections: readonly ConnectionSummary[]): void {
  const unable = deleteIn.flatMap((id) => {
    const connection = connections.find((one) => one.id === id)
    const documents = Object.values(connection?.capabilities.documents ?? {})
    return documents.some(({ deletesByChoice }) => deletesByChoice === true)
      ? []
      : [connection?.providerLabel ?? 'The ledger']
  })
  if (unable.length === 0) return
  throw new DecisionRefused(
    `${unable.join(', ')} leaves no choice of how a document is taken out: cancel without choosing, then it is done as that ledger does it.`,
  )
}

const notThere: readonly Effect['state'][] = ['stopped', 'rejected', 'superseded']

function isRemovable(effect: Effect, connections: readonly ConnectionSummary[]): boolean {
  if (effect.operation !== 'create' || effect.target.kind !== 'document') return false
  const connection = connections.find(({ id }) => id === effect.connectionId)
  if (connection === undefined || notThere.includes(effect.state) || isRemoved(effect)) return false
  const how = documentCapability(connection.capabilities, effect.target.documentKind)?.cancel ?? 'none'
  return how !== 'none'
}
