import { type Cure, documentCapability } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import { type ConnectionSummary, companyScope, type Problem } from '@fieldledger/workflow'
import { laterEffectsOf } from '../effects/document-effects.ts'
import { mayBeKept } from '../effects/may-be-kept.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { UseCase } from '../use-case.ts'
import { type LedgerStateName, ledgerStateOf, tellingEffect, troubleOf } from './ledger-state.ts'

/** The contract's LedgerState with `at` as a Date. */
export interface LedgerStateView {
  connectionId: string
  provider: string
  providerLabel: string
  documentLabel: string
  environment: string
  state: LedgerStateName
  effectId: string
  number?: string
  remoteId?: string
  url?: string
  sentRevision?: number
  stateThere?: string
  changesNotSent: boolean
  /** The bills that arrived there cover the order, and it was set billed there for it. */
  billedInFull?: true
  message?: string
  cure?: Cure
  problems?: Problem[]
  /** A person may say that it is right as it stands there, otherwise than it was sent. */
  mayBeKept?: true
  /** It goes on by itself, and not before then. */
  goesOnAt?: Date
  at: Date
}

export interface LedgerStates extends UseCase {
  submissions: readonly Pick<Submission, 'id' | 'revision'>[]
}

/** Submission id → where it stands in each ledger. */
export async function ledgerStates(input: LedgerStates): Promise<Map<string, LedgerStateView[]>> {
  const scope = companyScope(input.companyId)
  const { ports, clock } = input.runtime
  const now = clock.now()
  const [effects, connections] = await Promise.all([
    ports.stores.of(scope).effects.ofSubmissions(input.submissions.map(({ id }) => id)),
    ports.lookups.connections.summaries({ scope }),
  ])
  return new Map(
    input.submissions.map((submission) => {
      const own = effects.filter(({ submissionId }) => submissionId === submission.id)
      const creates = own.filter(
        // A generation that a person replaced stands in the timeline alone.
        ({ operation, target, state }) =>
          operation === 'create' && target.kind === 'document' && state !== 'superseded',
      )
      return [submission.id, creates.map((create) => view({ create, own, submission, connections, now }))]
    }),
  )
}

function view(of: {
  create: Effect
  own: readonly Effect[]
  submission: Pick<Submission, 'revision'>
  connections: readonly ConnectionSummary[]
  now: Date
}): LedgerStateView {
  const { create, own, submission } = of
  const connection = of.connections.find(({ id }) => id === create.connectionId)
  const telling = tellingEffect(own, create)
  const { confirmation } = create
  const { code: _code, ...trouble } = troubleOf(telling)
  const kind = create.target.kind === 'document' ? create.target.documentKind : 'purchase-order'
  return {
    connectionId: create.connectionId,
    provider: connection?.provider ?? '',
    providerLabel: connection?.providerLabel ?? 'A ledger that was removed',
    documentLabel:
      connection === undefined ? kind : (documentCapability(connection.capabilities, kind)?.label ?? kind),
    environment: connection?.environment ?? '',
    state: ledgerStateOf(telling),
    effectId: telling.id,
    ...(confirmation?.number === undefined ? {} : { number: confirmation.number }),
    ...(confirmation === undefined
      ? {}
      : { remoteId: confirmation.reference.id, sentRevision: confirmation.revision }),
    ...(confirmation?.url === undefined ? {} : { url: confirmation.url }),
    ...(confirmation?.document?.stateThere === undefined
      ? {}
      : { stateThere: confirmation.document.stateThere }),
    ...(wasMarked(own, create) ? { billedInFull: true as const } : {}),
    changesNotSent: confirmation !== undefined && confirmation.revision < submission.revision,
    ...trouble,
    ...(mayBeKept(telling) ? { mayBeKept: true as const } : {}),
    ...goingOn(telling, of.now),
    at: telling.updatedAt,
  }
}

/** What is taken up within seconds says no time. */
const worthSayingMs = 5000

function goingOn({ dueAt }: Effect, now: Date): Pick<LedgerStateView, 'goesOnAt'> {
  return dueAt !== null && dueAt.getTime() - now.getTime() > worthSayingMs ? { goesOnAt: dueAt } : {}
}

/** Somebody may have set it open again by hand there. */
function wasMarked(own: readonly Effect[], create: Effect): boolean {
  if (create.confirmation?.document?.status !== 'closed') return false
  const marks = laterEffectsOf(own, create).filter(({ operation, state }) => {
    return operation === 'mark' && state === 'confirmed'
  })
  const last = marks.at(-1)
  return last?.target.kind === 'document' && last.target.as === 'billed'
}
