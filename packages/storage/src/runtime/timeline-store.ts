import type { TimelineStore } from '@fieldledger/runtime'
import type { TimelineEntry } from '@fieldledger/workflow'
import { type Connection, trusted } from 'mongoose'
import { insertEventStarts } from '../triggers/insert-event-starts.ts'
import { type Bound, within } from './bound.ts'
import type { RuntimeModels } from './runtime-models.ts'
import { entriesOfForm, onceIn, type StampsInForm } from './stamps-in-form.ts'
import { entriesIn, type LoneEntry, type TimelineRow, timelineRows } from './timeline-rows.ts'

/** `stamped` takes the submissions whose timeline grew: the outbox row of this transaction tells of them. */
export function createTimelineStore(
  models: RuntimeModels,
  bound: Bound & { stamped: Set<string>; connection: Connection },
): TimelineStore {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async append({ submissionId, stamps, at, causedBy }) {
      if (stamps.length === 0) return
      // The counter comes first: two transactions that stamp the same submission conflict here, one of them repeats.
      const submission = await models.submissions
        .findOneAndUpdate(
          { companyId, _id: submissionId },
          { $inc: { timelineSeq: stamps.length } },
          {
            returnDocument: 'before',
            projection: { timelineSeq: 1, formId: 1, 'firstStamps.once': 1 },
            ...options,
          },
        )
        .lean()
      const known = await stampsWritten(
        submissionId,
        stamps.flatMap(({ once }) => once ?? []),
      )
      for (const once of onceIn((submission as StampsInForm | null)?.firstStamps ?? [])) known.add(once)
      const fresh = stamps.filter(({ once }) => once === undefined || !known.has(once))
      // What stands already takes no number again: the timeline rises by one.
      if (fresh.length < stamps.length)
        await models.submissions.updateOne(
          { companyId, _id: submissionId },
          { $inc: { timelineSeq: fresh.length - stamps.length } },
          options,
        )
      if (fresh.length === 0) return
      const after = submission?.timelineSeq ?? 0
      await models.timeline.insertMany(
        timelineRows({ companyId, submissionId, after, stamps: fresh, at }),
        options,
      )
      bound.stamped.add(submissionId)
      await insertEventStarts(bound.connection, {
        stamped: [{ companyId, formId: submission?.formId ?? '', submissionId, stamps: fresh, causedBy }],
        session: bound.session,
      })
    },
    async count({ codes, from, to }) {
      return models.timeline.countDocuments(
        {
          companyId,
          code: trusted({ $in: [...codes] }),
          at: trusted({ $gte: from, $lt: to }),
        },
        options,
      )
    },
    async read({ submissionId, after = 0, limit = 1000 }) {
      // First, and nothing beyond what it counts: what is stamped between the two reads would hide what stands before it.
      const { first, counted } = await formOf(submissionId)
      const found = await models.timeline
        .find({ companyId, submissionId, seq: trusted({ $gt: after }) }, null, options)
        .sort({ seq: 1 })
        .limit(limit)
        .lean()
      const beside = found.flatMap((row) => entriesIn(row as TimelineRow | LoneEntry))
      const entries = [...first, ...beside].filter(({ seq }) => seq > after && seq <= counted)
      return entries.sort((one, other) => one.seq - other.seq).slice(0, limit)
    },
  }

  async function formOf(submissionId: string): Promise<{ first: TimelineEntry[]; counted: number }> {
    const form = await models.submissions
      .findOne({ companyId, _id: submissionId }, { firstStamps: 1, timelineSeq: 1 }, options)
      .lean()
    if (form === null) return { first: [], counted: Number.POSITIVE_INFINITY }
    return { first: entriesOfForm(form), counted: form.timelineSeq }
  }

  async function stampsWritten(submissionId: string, once: string[]): Promise<Set<string>> {
    if (once.length === 0) return new Set()
    const found = await models.timeline
      .find({ companyId, submissionId, once: trusted({ $in: once }) }, { once: 1 }, options)
      .lean()
    return new Set(found.flatMap((entry) => entry.once ?? []))
  }
}
