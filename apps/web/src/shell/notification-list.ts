import type { Page } from '@fieldledger/contract'

/** GET /notifications */
export type NotificationList = Page<{
  id: string
  text: string
  at: string
  readAt?: string | null
  submissionId?: string | null
  batchId?: string | null
}>
