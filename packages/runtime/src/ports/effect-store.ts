import type {
  CallAsker,
  Cure,
  Difference,
  DocumentKind,
  LedgerDocument,
  NewItem,
  NewParty,
  RemoteDocument,
  RemoteReference,
} from '@fieldledger/accounting'
import type { Problem, SendRequest } from '@fieldledger/workflow'

/** DESIGN §4 "States"; stopped = a person decided that it is not sent, superseded = a later write carries its values. */
export type EffectState =
  | 'planned'
  | 'sending'
  | 'confirmed'
  | 'rejected'
  | 'unknown'
  | 'not-created'
  | 'needs-person'
  | 'stopped'
  | 'superseded'

/** Why a planned effect is not due: a person's cure, the connection, another effect, or a revision not yet approved. */
export type WaitingFor = 'cure' | 'connection' | 'effect' | 'revision' | 'person'

export interface EffectError {
  code: string
  message: string
  retryable: boolean
  cure: Cure
  /** The entry of the connector's error catalogue that explains it. */
  entry?: string
  providerCode?: string
}

/** The request as it was frozen: replays send the same bytes under the same key. */
export type FrozenRequest =
  | { operation: 'document.create'; input: LedgerDocument; hash: string }
  | {
      operation: 'document.update'
      input: { document: LedgerDocument; reference: RemoteReference }
      hash: string
    }
  | {
      operation: 'document.cancel'
      input: { kind: DocumentKind; reference: RemoteReference; how: 'close' | 'delete' | 'void' }
      hash: string
    }
  | {
      operation: 'document.mark'
      input: { kind: DocumentKind; reference: RemoteReference; as: 'billed' | 'open' }
      hash: string
    }
  | { operation: 'item.create'; input: NewItem; hash: string }
  | { operation: 'vendor.create'; input: NewParty; hash: string }

/** What the ledger is known to hold because of this effect. */
export interface Confirmation {
  reference: RemoteReference
  number?: string
  url?: string
  /** Hash of the canonical document that the ledger took last. */
  hash: string
  revision: number
  /** Identity of the mapping and options that made the document. */
  requestHash: string
  verified: 'pending' | 'verified' | 'differs'
  differences: Difference[]
  /** true = nothing had changed, so nothing was sent. */
  unchanged: boolean
  /** A person kept what somebody had changed there: it is not written over without being asked again. */
  kept?: boolean
  /** Of what was verified before: it is read once more. */
  again?: boolean
  /** Its differences are of a change by hand that the ledger told of. */
  edited?: boolean
  document?: RemoteDocument
}

export type EffectTarget =
  | {
      kind: 'document'
      documentKind: DocumentKind
      part: string
      generation: number
      /** Of a cancel: a person takes the send back, so that the form is not sent any more. */
      undo?: true
      /** Of a cancel: a person has it deleted where it would be closed (G-13). */
      deleted?: true
      /** Of a mark: how the order is to stand there. */
      as?: 'billed' | 'open'
    }
  | { kind: 'item'; materialId: string; item: NewItem }
  | { kind: 'vendor'; vendorId: string; party: NewParty }

/** Which visit of which step, or which person, asked for it last. */
export interface Requester {
  runId?: string
  stepId?: string
  visit?: number
  personId?: string
  /** Nobody: it was due by itself. */
  itself?: CallAsker['itself']
  /** The form of which this one is a part: its run waits for it too. */
  splitFrom?: string
}

/** One intended change in a ledger. */
export interface Effect {
  id: string
  companyId: string
  connectionId: string
  /** Whose timeline tells of it; null = no form asked for it: a vendor that is created from its own page. */
  submissionId: string | null
  /** Unique within the company; see effects/effect-key.ts. */
  key: string
  operation: 'create' | 'update' | 'cancel' | 'mark'
  target: EffectTarget
  /** The submission's revision whose values it carries. */
  revision: number
  request?: SendRequest
  requestHash: string
  requestedBy: Requester
  /** The person who had it tried again since. */
  triedBy?: string
  state: EffectState
  waitingFor: WaitingFor | null
  dueAt: Date | null
  wakes: number
  epoch: number
  /** Claims since the last durable progress. */
  attempts: number
  /** By the server's clock. */
  claimedAt?: Date
  /** Refusals and outages since the last success, for the waits between tries. */
  tries: number
  /** Tries of this attempt group that may have reached the ledger. */
  sends: number
  /** Changes only when a person or a deterministic refusal says that the earlier request cannot have been accepted. */
  attemptGroup: number
  requestKey?: string
  frozen?: FrozenRequest
  /** By the server's clock: the first and the last intent of this attempt group. */
  firstSentAt?: Date
  sentAt?: Date
  dependsOn: string[]
  problems: Problem[]
  error?: EffectError
  confirmation?: Confirmation
  /** The version there that a person allowed to be written over. */
  overwrites?: string
  /** Documents there with its number that a person said are other papers. */
  apartFrom?: string[]
  taskId?: string
  createdAt: Date
  updatedAt: Date
}

/** Everything of an effect that a settle may change. */
export type EffectChange = Partial<
  Pick<
    Effect,
    | 'state'
    | 'waitingFor'
    | 'revision'
    | 'request'
    | 'requestHash'
    | 'requestedBy'
    | 'attemptGroup'
    | 'sends'
    | 'tries'
    | 'dependsOn'
    | 'problems'
    | 'target'
  >
> & {
  confirmation?: Confirmation | null
  error?: EffectError | null
  frozen?: FrozenRequest | null
  requestKey?: string | null
  firstSentAt?: null
  sentAt?: null
  overwrites?: string
  apartFrom?: string[]
  taskId?: string | null
  triedBy?: string | null
  attempts?: number
  /** never = not due until woken (unless a wake-up came since the claim). */
  due?: 'never' | 'at-once' | Date
}

export interface EffectStore {
  /** false = an effect with this key exists already. */
  insert(effect: Effect): Promise<boolean>
  get(id: string): Promise<Effect | undefined>
  byKey(key: string): Promise<Effect | undefined>
  ofSubmission(submissionId: string): Promise<Effect[]>
  ofSubmissions(submissionIds: readonly string[]): Promise<Effect[]>
  /** Those that create one of these vendors somewhere. */
  ofVendors(vendorIds: readonly string[]): Promise<Effect[]>
  /** Those that wait for a person, oldest first, without what they send. `of`: of these forms alone. */
  needingAttention(of?: { submissionIds: readonly string[] }): Promise<Effect[]>
  /** Those that wait for this one. */
  dependants(effectId: string): Promise<Effect[]>
  /** The document effect that already holds this remote record. */
  holderOf(remote: { connectionId: string; remoteId: string }): Promise<Effect | undefined>
  /** Another form's document of this number and vendor of which nobody knows yet whether it is there. */
  inDoubt(which: {
    connectionId: string
    number: string
    partyId: string
    besides: string
  }): Promise<Effect | undefined>
  /** By the claim's owner: conditional on the epoch; releases the claim unless `keepClaim`. */
  settle(which: {
    effect: Pick<Effect, 'id' | 'epoch' | 'wakes'>
    change: EffectChange
    keepClaim?: boolean
  }): Promise<boolean>
  /** By anybody else: conditional on the state seen; the epoch rises, so that an owner's late write is refused. */
  amend(which: { effect: Pick<Effect, 'id' | 'epoch'>; change: EffectChange }): Promise<boolean>
  /** Durable before the first byte: state sending, `sentAt` by the server's clock, one more send. */
  recordIntent(which: { effect: Pick<Effect, 'id' | 'epoch'> }): Promise<boolean>
  /**
   * Makes effects due now: those named, what waits for a cure or its connection there, or whatever waits for a cure.
   * Those that are being made ready just now, too: they may be about to wait for what has just come. `triedBy`: who had
   * them looked at again.
   */
  wake(
    which: { ids: readonly string[]; triedBy?: string } | { connectionId: string } | { held: true },
  ): Promise<number>
  /** The ledger answers nobody before then: what is due there and held by nobody waits as long, and says why. */
  postpone(queue: { connectionId: string; until: Date; why: EffectError }): Promise<number>
}
