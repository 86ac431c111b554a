import { Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { LedgerStateName } from './ledger-state-name.ts'

/** The ledger state of one submission in one connection: one of DESIGN §9's words. */
export const LedgerState = Type.Object({
  connectionId: Type.String(),
  provider: Type.String(),
  providerLabel: Type.String(),
  documentLabel: Type.String(),
  environment: Type.String(),
  state: LedgerStateName,
  effectId: Type.String(),
  number: Type.Optional(Type.String()),
  remoteId: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  sentRevision: Type.Optional(Type.Integer()),
  /** The ledger's own word for its state when it was last read, e.g. “Awaiting Payment”. */
  stateThere: Type.Optional(Type.String()),
  /** The bills that arrived there cover the order, and it was set billed there for it. */
  billedInFull: Type.Optional(Type.Boolean()),
  /** The form was revised after the last confirmed send. */
  changesNotSent: Type.Boolean(),
  message: Type.Optional(Type.String()),
  cure: Type.Optional(Type.String()),
  problems: Type.Optional(Type.Array(Problem)),
  /** It stands there otherwise than it was sent, and a person may say that it is right so. */
  mayBeKept: Type.Optional(Type.Boolean()),
  /** It goes on by itself, and not before then: the ledger takes no more just now, or it is tried again later. */
  goesOnAt: Type.Optional(Type.String()),
  at: Type.String(),
})
export type LedgerState = Type.Static<typeof LedgerState>
