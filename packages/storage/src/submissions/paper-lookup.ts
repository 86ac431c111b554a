import type { Submission } from '@fieldledger/forms'
import type { ListedPaper, PaperLookup, SaidDifferent } from '@fieldledger/runtime'
import { type ClientSession, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { defineFormModels } from '../forms/form-models.ts'
import { type Stored, toEntity } from '../runtime/record.ts'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'
import { definePaperModels } from './paper-models.ts'

const mostCompared = 1000
const calledOff = ['draft', 'cancelled', 'rejected']

export function createPaperLookup(database: Database): PaperLookup {
  const { submissions, effects } = defineRuntimeModels(database.connection)
  const { forms } = defineFormModels(database.connection)
  const { different } = definePaperModels(database.connection)
  return {
    async ofVendor({ scope: { companyId }, formType, vendorId, since }) {
      const found = await submissions
        .find({
          companyId,
          vendorId,
          formType,
          status: trusted({ $nin: calledOff as Submission['status'][] }),
          submittedAt: trusted({ $gte: since }),
        })
        .sort({ submittedAt: -1 })
        .limit(mostCompared)
        .lean()
      return found.map((one) => toEntity<Submission>(one as Stored<Submission>) as ListedPaper)
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
    // By form and number, as the unique index has them.
    async numberTaken({ scope: { companyId }, connectionId, documentKind, number, submissionId }) {
      const formIds = (await forms.find({ companyId }, { _id: 1 }).lean()).map(({ _id }) => _id)
      const namesakes = await submissions
        .find(
          { companyId, formId: trusted({ $in: formIds }), number, _id: trusted({ $ne: submissionId }) },
          { formName: 1 },
        )
        .lean()
      for (const { _id, formName } of namesakes) {
        const sent = await effects
          .findOne({ companyId, submissionId: _id, connectionId, operation: 'create', state: 'confirmed' })
          .lean()
        if (sent?.target.kind === 'document' && sent.target.documentKind === documentKind)
          return { submissionId: _id, formName }
      }
      return undefined
    },
  }
}
