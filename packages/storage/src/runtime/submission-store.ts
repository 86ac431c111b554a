import type { Submission } from '@fieldledger/forms'
import type { SubmissionChange, SubmissionRevision, SubmissionStore } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import { comparedType, paperNumbers } from '../submissions/paper-numbers.ts'
import { storedSubmission, submissionOf } from '../submissions/stored-submission.ts'
import { type Bound, within } from './bound.ts'
import type { NextCounter } from './counters.ts'
import { createLineStore } from './line-store.ts'
import type { RuntimeModels } from './runtime-models.ts'

export function createSubmissionStore(
  models: RuntimeModels,
  bound: Bound & { nextCounter: NextCounter },
): SubmissionStore {
  const { nextCounter } = bound
  const { companyId } = bound.scope
  const options = within(bound)
  const lines = createLineStore(models, bound)

  async function whole(found: unknown): Promise<Submission> {
    const submission = submissionOf(found)
    return { ...submission, values: await lines.fill(submission) }
  }

  /** What a bill is looked up by follows its values. */
  async function numbersAfter(
    id: string,
    { values, fieldValues }: SubmissionChange,
  ): Promise<{ paperNumbers?: string[] }> {
    if (values === undefined && fieldValues === undefined) return {}
    const bill = await models.submissions
      .findOne({ companyId, _id: id, formType: comparedType }, { values: 1 }, options)
      .lean()
    return bill === null ? {} : { paperNumbers: paperNumbers({ ...(values ?? bill.values), ...fieldValues }) }
  }

  return {
    async insert(submission) {
      const taken = await models.submissions
        .exists({ companyId, _id: submission.id })
        .session(bound.session ?? null)
      if (taken !== null) return false
      const values = await lines.putAside(submission)
      await models.submissions.insertMany([storedSubmission({ ...submission, values }, companyId)], options)
      return true
    },
    async get(id) {
      const found = await models.submissions.findOne({ companyId, _id: id }, null, options).lean()
      return found === null ? undefined : whole(found)
    },
    async getMany(ids) {
      const found = await models.submissions
        .find({ companyId, _id: trusted({ $in: [...ids] }) }, null, options)
        .lean()
      return found.map(submissionOf)
    },
    async heads(ids) {
      const found = await models.submissions
        .find({ companyId, _id: trusted({ $in: [...ids] }) }, { values: 0 }, options)
        .lean()
      return found.map(submissionOf)
    },
    async madeFrom(id) {
      const found = await models.submissions
        .find({ companyId, madeFrom: id }, null, options)
        .sort({ submittedAt: 1 })
        .lean()
      const wholes: Submission[] = []
      // One after the other: a transaction does one thing at a time.
      for (const one of found) wholes.push(await whole(one))
      return wholes
    },
    async atRevision({ id, revision }) {
      const found = await models.submissions.findOne({ companyId, _id: id }, null, options).lean()
      if (found === null) return undefined
      const submission = submissionOf(found)
      if (submission.revision === revision) return whole(found)
      const older = await models.revisions
        .findOne({ companyId, submissionId: id, revision }, null, options)
        .lean()
      if (older === null) return undefined
      const { values, totals, vendorId, projectId } = older as SubmissionRevision
      const then = { ...submission, revision, values, totals, ...defined({ vendorId, projectId }) }
      return { ...then, values: await lines.fill(then) }
    },
    async revisions(id) {
      const found = await models.revisions
        .find({ companyId, submissionId: id }, null, options)
        .sort({ revision: 1 })
        .lean()
      return found.map(({ _id, companyId: _company, ...rest }) => rest as SubmissionRevision)
    },
    async change({ id, revision, status, change }) {
      const values =
        change.values === undefined
          ? undefined
          : await lines.putAside({ id, revision: change.revision ?? revision ?? 0, values: change.values })
      const changed = await models.submissions.updateOne(
        {
          companyId,
          _id: id,
          ...(revision === undefined ? {} : { revision }),
          ...(status === undefined ? {} : { status }),
        },
        update({
          ...withFields(change),
          ...(values === undefined ? {} : { values }),
          ...(await numbersAfter(id, change)),
        }),
        options,
      )
      return changed.matchedCount === 1
    },
    async saveRevision(revision) {
      const values = await lines.putAside({
        id: revision.submissionId,
        revision: revision.revision,
        values: revision.values,
      })
      const { submissionId, revision: number, ...rest } = revision
      await models.revisions.updateOne(
        { companyId, submissionId, revision: number },
        { $setOnInsert: { ...rest, values, _id: v7() } },
        { upsert: true, ...options },
      )
    },
    nextCounter: (formId) => nextCounter({ scope: bound.scope, formId }),
  }
}

function withFields({
  fieldValues = {},
  documents = {},
  ...change
}: SubmissionChange): Record<string, unknown> {
  const fields = [
    ...Object.entries(fieldValues).map(([field, value]) => [`values.${field}`, value]),
    ...Object.entries(documents).map(([step, document]) => [`documents.${step}`, document]),
  ]
  return { ...change, ...Object.fromEntries(fields) }
}

function update(change: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(change)
  const gone = entries.filter(([, value]) => value === null).map(([name]) => [name, 1])
  const set = entries.filter(([, value]) => value !== null && value !== undefined)
  return {
    $set: Object.fromEntries(set),
    $currentDate: { updatedAt: true },
    ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone) }),
  }
}

function defined<Part extends object>(part: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Part>
}
