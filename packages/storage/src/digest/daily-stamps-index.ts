import type { TimelineCode } from '@fieldledger/workflow'
import type { IndexDefinition, IndexOptions } from 'mongoose'

const counted: readonly TimelineCode[] = ['document-created', 'document-rejected', 'needs-attention']

export function isCounted(code: TimelineCode): boolean {
  return counted.includes(code)
}

/** For what the daily e-mail counts in the timeline. */
export const dailyStampsIndex: [IndexDefinition, IndexOptions] = [
  { companyId: 1, code: 1, at: 1 },
  { partialFilterExpression: { code: { $in: [...counted] } } },
]
