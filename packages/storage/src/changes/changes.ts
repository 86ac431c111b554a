import type { Hint } from '@fieldledger/runtime'

/** What was committed by any process, as it is committed. `lost` = look everything up again. */
export interface Changes {
  onStamp(listener: (stamp: { companyId: string; submissionId: string }) => void): () => void
  onOutbox(listener: (row: { companyId: string; work: boolean; hints: readonly Hint[] }) => void): () => void
  /** A record of one of the watched collections was made, changed or removed. */
  onRecord(listener: (change: { collection: string }) => void): () => void
  onLost(listener: () => void): () => void
  /** false = other processes were not heard for too long: what they committed since is not known here. */
  hearing(): boolean
  close(): Promise<void>
}
