import type { MatchReader, SubmissionMatch } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { type Bound, within } from '../runtime/bound.ts'
import type { RuntimeModels } from '../runtime/runtime-models.ts'

/** The submissions of a form that a batch takes, in the order of their ids. */
export function createMatchReader(models: RuntimeModels, bound: Bound): MatchReader {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async matching({ match, after, limit, only }) {
      const among = only === undefined ? { $gt: after } : { $gt: after, $in: [...only] }
      const candidates = await models.submissions
        .find({ companyId, ...filterOf(match), _id: trusted(among) }, { _id: 1 }, options)
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      const ids = candidates.map(({ _id }) => _id)
      const there = new Set([...(await heldBy(match, ids)), ...(await splitUp(match, ids))])
      const last = ids.at(-1)
      return {
        ids: ids.filter((id) => !there.has(id)),
        ...(ids.length < limit || last === undefined ? {} : { next: last }),
      }
    },
    async named({ formId, names }) {
      const found = await models.submissions
        .find(
          {
            companyId,
            formId,
            $or: [{ _id: trusted({ $in: [...names] }) }, { number: trusted({ $in: [...names] }) }],
          },
          { number: 1 },
          options,
        )
        .sort({ _id: 1 })
        .lean()
      return found.map(({ _id: id, number }) => ({ id, number }))
    },
  }

  /** Those that the ledger of this connection is known to hold. */
  async function heldBy(
    { notYetIn: connectionId }: SubmissionMatch,
    ids: readonly string[],
  ): Promise<Set<string>> {
    if (connectionId === undefined || ids.length === 0) return new Set()
    const found = await models.effects
      .find(
        {
          companyId,
          submissionId: trusted({ $in: [...ids] }),
          connectionId,
          operation: 'create',
          state: 'confirmed',
          'target.kind': 'document',
        },
        { submissionId: 1 },
        options,
      )
      .lean()
    return new Set(found.flatMap(({ submissionId }) => submissionId ?? []))
  }

  /** Those that are sent as orders of the same form, one for each vendor: the orders are taken, where they fit. */
  async function splitUp(
    { notYetIn, formId }: SubmissionMatch,
    ids: readonly string[],
  ): Promise<readonly string[]> {
    if (notYetIn === undefined || ids.length === 0) return []
    const parts = await models.submissions
      .find({ companyId, formId, madeFrom: trusted({ $in: [...ids] }) }, { madeFrom: 1 }, options)
      .lean()
    return parts.flatMap(({ madeFrom }) => madeFrom ?? [])
  }
}

function filterOf({ formId, statuses, from, to }: SubmissionMatch): Record<string, unknown> {
  return {
    formId,
    status: trusted({ $in: [...statuses] }),
    submittedAt: trusted({ $lt: to, ...(from === undefined ? {} : { $gte: from }) }),
  }
}
