import { isPartOfSplit, type Submission } from '@fieldledger/forms'
import { claimTime } from './backoff.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { findDocument } from './find-document.ts'
import { holdArrivedLate } from './hold-arrived-late.ts'
import { looksAfterRestore } from './looks-after-restore.ts'
import { mayBeAnotherPaper } from './may-be-another-paper.ts'
import { restoredAt } from './restored-at.ts'
import { sendEffect } from './send-effect.ts'
import { settleConfirmed } from './settle-confirmed.ts'
import { findByName } from './settle-name-taken.ts'
import { settleAnotherPaper, severalFit } from './settle-needs-person.ts'
import { settleRecord } from './settle-record.ts'

/**
 * A database from a backup has forgotten what was sent after it (reliability §2.3). What it may have made already is looked
 * for first, and only what is not there is sent.
 */
export async function sendUnlessThere(work: EffectWork): Promise<void> {
  const { effect, runtime, connection } = work
  if (connection.restored === undefined || effect.operation !== 'create') return sendEffect(work)
  const submission = await submissionOf(work)
  if (!looksAfterRestore(work, submission)) return sendEffect(work)
  // What was on its way when the old database was lost may still be committed.
  const quiet = runtime.options.quietPeriodMs ?? connection.capabilities.quietPeriodMs
  const lookFrom = restoredAt(work) + quiet
  if (claimTime(runtime, effect).getTime() < lookFrom)
    return settle(work, { change: { state: effect.state, due: new Date(lookFrom) } })
  return effect.frozen?.operation === 'document.create'
    ? lookForDocument(work, { submission, frozen: effect.frozen.input })
    : lookForRecord(work)
}

async function submissionOf({ runtime, scope, effect }: EffectWork): Promise<Submission | undefined> {
  return effect.submissionId === null
    ? undefined
    : runtime.ports.stores.of(scope).submissions.get(effect.submissionId)
}

async function lookForDocument(
  work: EffectWork,
  looked: { submission: Submission | undefined; frozen: Parameters<typeof findDocument>[1] },
): Promise<void> {
  const { found, sent } = await underEitherNumber(work, looked)
  const [remote] = found
  if (found.length > 1) return severalFit(work, found.length)
  if (remote === undefined)
    return arrivedLate(work, looked.submission) ? holdArrivedLate(work) : sendEffect(work)
  if (await mayBeAnotherPaper(work, { remote, sent })) return settleAnotherPaper(work, remote)
  await settle(work, {
    keepClaim: true,
    change: {},
    stamps: [
      effectStamp(work, {
        code: 'outcome-resolved',
        params: { outcome: 'Our database was restored, so it was looked for first, and found' },
        once: 'found-after-restore',
      }),
    ],
  })
  return settleConfirmed(work, remote)
}

/** What goes out under its vendor's number now may have gone out under ours before its form said so. */
async function underEitherNumber(
  work: EffectWork,
  { submission, frozen }: Parameters<typeof lookForDocument>[1],
) {
  const number = submission?.number ?? frozen.number
  if (number !== frozen.number) {
    const sent = { ...frozen, number }
    const found = await findDocument(work, sent)
    if (found.length > 0) return { found, sent }
  }
  return { found: await findDocument(work, frozen), sent: frozen }
}

/**
 * Written before the database was restored, and not in the backup: the database that was lost may have had it, under a
 * number that this one does not know. Asked once.
 */
function arrivedLate(work: EffectWork, submission: Submission | undefined): boolean {
  if (submission === undefined || work.effect.attemptGroup > 1) return false
  const restored = restoredAt(work)
  // An order of a split has the day of its form: it came, with its number, when it was planned.
  const cameAt = isPartOfSplit(submission) ? work.effect.createdAt : submission.submittedAt
  return writtenAt(submission.id) < restored && cameAt.getTime() >= restored
}

/** The ids of forms begin with the moment at which they were made (UUIDv7). */
function writtenAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}

async function lookForRecord(work: EffectWork): Promise<void> {
  const found = await findByName(work)
  const [record] = found
  if (found.length > 1) return severalFit(work, found.length)
  return record === undefined ? sendEffect(work) : settleRecord(work, { record, matched: true })
}
