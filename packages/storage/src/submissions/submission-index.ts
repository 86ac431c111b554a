import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { createVisibility, type Viewer } from '../people/visibility.ts'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'
import { pieceOf } from '../scope/piece-of.ts'
import { cursorOf } from './list-cursor.ts'
import { submissionOf } from './stored-submission.ts'
import { afterCursor, filterOf, type ListedSubmission, type SubmissionQuery } from './submission-query.ts'

/** Lists of submissions as one person may see them. */
export interface SubmissionIndex {
  list(
    scope: CompanyScope,
    which: { person: Viewer; query: SubmissionQuery },
  ): Promise<{ rows: ListedSubmission[]; next?: string; total: number }>
  countByForm(scope: CompanyScope, person: Viewer): Promise<Map<string, number>>
  /** Those of these ids that the person may see. */
  visible(scope: CompanyScope, which: { person: Viewer; ids: readonly string[] }): Promise<ListedSubmission[]>
  /** The ids of those with this piece in their number, the newest first, 500 at most. */
  numbered(scope: CompanyScope, piece: string): Promise<string[]>
}

export function createSubmissionIndex(database: Database): SubmissionIndex {
  const { submissions } = defineRuntimeModels(database.connection)
  const visibility = createVisibility(database)
  const without = { values: 0 } as const
  const nextOf = ({ id, submittedAt }: ListedSubmission) => cursorOf({ at: submittedAt, id })
  const listed = (row: unknown) => submissionOf(row) as ListedSubmission
  return {
    async list(scope, { person, query }) {
      const { companyId } = scope
      const all = [await visibility.submissions(scope, person), ...filterOf(query)]
      const direction = query.sort === 'newest' ? -1 : 1
      const [found, total] = await Promise.all([
        submissions
          .find({ companyId, $and: [...all, ...afterCursor(query)] }, without)
          .sort({ submittedAt: direction, _id: direction })
          .limit(query.limit + 1)
          .lean(),
        submissions.countDocuments({ companyId, $and: all }),
      ])
      const rows = found.slice(0, query.limit).map(listed)
      const last = rows.at(-1)
      return { rows, total, ...(found.length > query.limit && last ? { next: nextOf(last) } : {}) }
    },
    async countByForm(scope, person) {
      const { companyId } = scope
      const visible = await visibility.submissions(scope, person)
      const counted = await submissions.aggregate<{ _id: string; count: number }>([
        { $match: { ...visible, companyId, status: { $ne: 'draft' } } },
        { $group: { _id: '$formId', count: { $sum: 1 } } },
      ])
      return new Map(counted.map(({ _id, count }) => [_id, count]))
    },
    async visible(scope, { person, ids }) {
      const { companyId } = scope
      const visible = await visibility.submissions(scope, person)
      const found = await submissions
        .find({ companyId, $and: [visible, { _id: trusted({ $in: [...ids] }) }] }, without)
        .lean()
      return found.map(listed)
    },
    async numbered({ companyId }, piece) {
      const found = await submissions
        .find({ companyId, number: pieceOf(piece) }, { _id: 1 })
        .sort({ submittedAt: -1 })
        .limit(500)
        .lean()
      return found.map(({ _id }) => _id)
    },
  }
}
