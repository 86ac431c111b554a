import type { NewSubmission } from '@fieldledger/runtime'
import type { TimelineActor, TimelineCode, TimelineEntry, TimelineParams } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { isCounted } from '../digest/daily-stamps-index.ts'
import { type Stored, toEntity } from './record.ts'

interface KeptStamp {
  code: TimelineCode
  params: TimelineParams
  actor: TimelineActor
}

/** Stamps that were written together; they never change. */
export interface StampsTogether {
  /** Of its last stamp; those before it count down from there. */
  seq: number
  at: Date
  stamps: KeptStamp[]
  /** Of the one stamp in it that is never written twice. */
  once?: string
  /** Of the one stamp in it that the daily e-mail counts. */
  code?: TimelineCode
}

/** As one row: a row costs the database more than what it holds. */
export type TimelineRow = StampsTogether & { _id: string; companyId: string; submissionId: string }

/** Before stamps shared a row. */
export type LoneEntry = Stored<TimelineEntry>

interface Written {
  /** How many stamps the form had before. */
  after: number
  stamps: NewSubmission['stamps']
  at: Date
}

/** As few rows as hold one stamp each that the indexes know. */
export function timelineRows({
  companyId,
  submissionId,
  ...written
}: Written & { companyId: string; submissionId: string }): TimelineRow[] {
  return stampsTogether(written).map((row) => ({ _id: v7(), companyId, submissionId, ...row }))
}

/** The same, wherever they are kept. */
export function stampsTogether({ after, stamps, at }: Written): StampsTogether[] {
  const rows: StampsTogether[] = []
  let row: StampsTogether | undefined
  for (const [position, { code, params, actor, once }] of stamps.entries()) {
    const counted = isCounted(code)
    if (
      row === undefined ||
      (once !== undefined && row.once !== undefined) ||
      (counted && row.code !== undefined)
    ) {
      row = { seq: 0, at, stamps: [] }
      rows.push(row)
    }
    row.stamps.push({ code, params, actor })
    row.seq = after + position + 1
    if (once !== undefined) row.once = once
    if (counted) row.code = code
  }
  return rows
}

export function entriesIn(row: TimelineRow | LoneEntry): TimelineEntry[] {
  if (!('stamps' in row)) return [toEntity<TimelineEntry>(row)]
  const { _id, submissionId, seq, at, stamps } = row
  return stamps.map((stamp, position) => ({
    ...stamp,
    id: `${_id}-${position}`,
    submissionId,
    seq: seq - stamps.length + position + 1,
    at,
  }))
}
