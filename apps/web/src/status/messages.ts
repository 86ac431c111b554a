import type { LedgerState } from '@fieldledger/contract'
import type { DocumentStatus } from '@fieldledger/forms'
import type { StatusTone } from '@fieldledger/ui'

/** DESIGN §9: the same words and colours everywhere. */
export const documentStatuses: Record<DocumentStatus, { word: string; tone: StatusTone }> = {
  draft: { word: 'Draft', tone: 'grey' },
  pending: { word: 'Pending', tone: 'waiting' },
  'in-revision': { word: 'In revision', tone: 'warning' },
  approved: { word: 'Approved', tone: 'good' },
  rejected: { word: 'Rejected', tone: 'bad' },
  cancelled: { word: 'Cancelled', tone: 'grey' },
  closed: { word: 'Closed', tone: 'grey' },
}

export const ledgerStates: Record<LedgerState['state'], { word: string; tone: StatusTone }> = {
  waiting: { word: 'Waiting', tone: 'waiting' },
  sending: { word: 'Sending', tone: 'moving' },
  checking: { word: 'Checking', tone: 'moving' },
  verified: { word: 'Verified', tone: 'good' },
  differs: { word: 'Differs', tone: 'warning' },
  unknown: { word: 'Unknown', tone: 'warning' },
  'needs-attention': { word: 'Needs attention', tone: 'warning' },
  rejected: { word: 'Rejected', tone: 'bad' },
  closed: { word: 'Closed there', tone: 'grey' },
  removed: { word: 'Removed there', tone: 'grey' },
  stopped: { word: 'Stopped', tone: 'grey' },
}

export const messages = {
  notSent: 'Not sent',
  unknownHint: 'We do not know yet whether it arrived; checking.',
  changesNotSent: 'Changes not sent',
  removedIn: (ledger: string) => `Removed in ${ledger}`,
}
