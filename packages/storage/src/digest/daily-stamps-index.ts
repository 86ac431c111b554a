import type { IndexDefinition, IndexOptions } from 'mongoose'

/** For what the daily e-mail counts in the timeline. */
export const dailyStampsIndex: [IndexDefinition, IndexOptions] = [
  { companyId: 1, code: 1, at: 1 },
  {
    partialFilterExpression: { code: { $in: ['document-created', 'document-rejected', 'needs-attention'] } },
  },
]
