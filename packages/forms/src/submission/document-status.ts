import { Type } from 'typebox'

export const DocumentStatus = Type.Union([
  Type.Literal('draft'),
  Type.Literal('pending'),
  Type.Literal('in-revision'),
  Type.Literal('approved'),
  Type.Literal('rejected'),
  Type.Literal('cancelled'),
  Type.Literal('closed'),
])
export type DocumentStatus = Type.Static<typeof DocumentStatus>

export type StatusMove =
  | 'submit'
  | 'send-back'
  | 'revise'
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'close'
  | 'reopen'

const moves: Record<StatusMove, { from: readonly DocumentStatus[]; to: DocumentStatus }> = {
  submit: { from: ['draft', 'in-revision'], to: 'pending' },
  'send-back': { from: ['pending', 'approved', 'rejected'], to: 'in-revision' },
  revise: { from: ['pending', 'approved', 'rejected'], to: 'in-revision' },
  approve: { from: ['pending'], to: 'approved' },
  reject: { from: ['pending'], to: 'rejected' },
  cancel: { from: ['draft', 'pending', 'in-revision', 'approved', 'rejected'], to: 'cancelled' },
  close: { from: ['approved'], to: 'closed' },
  reopen: { from: ['closed'], to: 'approved' },
}

/** The status after a move, or undefined when the table does not allow it from here. */
export function moveStatus(from: DocumentStatus, move: StatusMove): DocumentStatus | undefined {
  return moves[move].from.includes(from) ? moves[move].to : undefined
}
