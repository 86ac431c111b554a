import type { Submission } from '@fieldledger/forms'
import type { Effect, PaperLookup, SaidDifferent } from '@fieldledger/runtime'
import { type ClientSession, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'
import { definePaperModels } from './paper-models.ts'
import { comparedNumber, comparedType } from './paper-numbers.ts'
import { submissionOf } from './stored-submission.ts'

const mostCompared = 200
/** Of a form that is compared; the lines of its tables are not read. */
const read = {
  status: 1,
  formId: 1,
  formVersion: 1,
  formName: 1,
  number: 1,
  values: 1,
  totals: 1,
  submittedAt: 1,
}
const calledOff: readonly string[] = ['cancelled', 'rejected'] satisfies Submission['status'][]
const mayStandThere: Effect['state'][] = ['confirmed', 'sending', 'unknown', 'not-created', 'needs-person']
/** What was taken out of the books again. */
const notRemoved = {
  'confirmation.document.status': trusted({ $ne: 'removed' }),
  'confirmation.differences.field': trusted({ $ne: 'document' }),
}

export function createPaperLookup(database: Database): PaperLookup {
  const { submissions, effects } = defineRuntimeModels(database.connection)
  const { different } = definePaperModels(database.connection)

  /** A form that was called off here may stand in a ledger all the same, to be paid. */
  async function standingThere(companyId: string, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set()
    const found = await effects
      .find(
        {
          companyId,
          submissionId: trusted({ $in: [...ids] }),
          operation: 'create',
          'target.kind': 'document',
          state: trusted({ $in: mayStandThere }),
          ...notRemoved,
        },
        { submissionId: 1 },
      )
      .lean()
    return new Set(found.flatMap(({ submissionId }) => submissionId ?? []))
  }

  return {
    async alike({ scope: { companyId }, vendorId, since, total: { minor, currency }, number = '' }) {
      const compared = comparedNumber(number)
      const ways = [
        ...(compared === '' ? [] : [{ paperNumbers: compared }]),
        ...(minor === 0 ? [] : [{ 'totals.total.minor': minor, 'totals.total.currency': currency }]),
      ]
      if (ways.length === 0) return []
      const found = await submissions
        .find(
          {
            companyId,
            vendorId,
            formType: comparedType,
            status: trusted({ $ne: 'draft' }),
            submittedAt: trusted({ $gte: since }),
            $or: ways,
          },
          read,
        )
        .sort({ submittedAt: -1 })
        .limit(mostCompared)
        .lean()
      const off = found.filter(({ status }) => calledOff.includes(status)).map(({ _id }) => _id)
      const standing = await standingThere(companyId, off)
      return found
        .filter(({ _id, status }) => !calledOff.includes(status) || standing.has(_id))
        .map(submissionOf)
    },
    async saidDifferent({ scope: { companyId }, submissionId }) {
      const found = await different.find({ companyId, submissionIds: submissionId }).lean()
      return found.map(({ submissionIds, reason, by, at }) => {
        const [one = '', other = ''] = submissionIds
        return { submissionIds: [one, other], reason, by, at } satisfies SaidDifferent
      })
    },
    async sayDifferent({ scope: { companyId }, said, transaction }) {
      const submissionIds = [...said.submissionIds].sort()
      const pair = submissionIds.join('|')
      await different.updateOne(
        { companyId, pair },
        { $setOnInsert: { ...said, submissionIds, _id: v7() } },
        { upsert: true, session: transaction.session as ClientSession },
      )
    },
    async numberTaken({ scope: { companyId }, connectionId, documentKind, number, submissionId, vendorId }) {
      const sent = await effects
        .find(
          {
            companyId,
            connectionId,
            'confirmation.number': number,
            'target.documentKind': documentKind,
            operation: 'create',
            state: 'confirmed',
            // It left its number free.
            ...notRemoved,
            submissionId: trusted({ $ne: submissionId }),
          },
          { submissionId: 1 },
        )
        .limit(mostCompared)
        .lean()
      const ids = sent.flatMap((effect) =>
        typeof effect.submissionId === 'string' ? effect.submissionId : [],
      )
      if (ids.length === 0) return undefined
      const other = await submissions
        .findOne(
          { companyId, _id: trusted({ $in: ids }), ...(vendorId === undefined ? {} : { vendorId }) },
          { formName: 1 },
        )
        .lean()
      return other === null ? undefined : { submissionId: other._id, formName: other.formName }
    },
  }
}
