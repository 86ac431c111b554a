import {
  type LedgerDocument,
  type Operations,
  type RemoteDocument,
  saysTheSame,
} from '@fieldledger/accounting'
import { failpoint } from '../failpoints/failpoint.ts'
import type { FrozenRequest } from '../ports/effect-store.ts'
import { claimTime } from './backoff.ts'
import { effectStamp } from './effect-stamps.ts'
import { callScope, type EffectWork, settle } from './effect-work.ts'
import { findDocument } from './find-document.ts'
import { hasMoved } from './has-moved.ts'
import { isTakenOut } from './is-taken-out.ts'
import { mayBeAnotherPaper } from './may-be-another-paper.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { readDocument } from './read-document.ts'
import { restoredAt } from './restored-at.ts'
import { sendEffect } from './send-effect.ts'
import { settleConfirmed } from './settle-confirmed.ts'
import { findByName } from './settle-name-taken.ts'
import { settleAnotherPaper, settleNeedsPerson } from './settle-needs-person.ts'
import { settleRecord } from './settle-record.ts'
import { settleWithdrawn } from './settle-withdrawn.ts'
import { standsAs } from './stands-as.ts'
import { withdrawnBy } from './withdrawn-by.ts'

/** After so many tries, or so long, a person is asked. */
const mostSends = 8
const dayMs = 24 * 3600 * 1000

/** It may be there: the same key inside the ledger's window, else a look-up after the quiet period; never a fresh post. */
export async function resolveUnknown(work: EffectWork): Promise<void> {
  const { effect, runtime, connection } = work
  const { frozen, sentAt } = effect
  if (frozen === undefined || sentAt === undefined)
    return settle(work, { change: { state: 'planned', due: 'at-once' } })
  const now = claimTime(runtime, effect).getTime()
  const tired = effect.sends >= mostSends || now - effect.createdAt.getTime() > dayMs
  const window = runtime.options.replayWindowMs ?? connection.capabilities.replayWindowMs
  const restored = restoredAt(work)
  const repeats = !tired && (await withdrawnBy(runtime.ports.stores.of(work.scope), effect)) === undefined
  // The window counts from the first intent; a tenth of it is kept for the way there. What was sent before our database
  // was restored may since have gone out once more, under another key.
  if (
    repeats &&
    window !== null &&
    effect.firstSentAt !== undefined &&
    effect.firstSentAt.getTime() > restored
  )
    if (now - effect.firstSentAt.getTime() < window * 0.9) return sendEffect(work)
  const quiet = runtime.options.quietPeriodMs ?? connection.capabilities.quietPeriodMs
  const lookFrom = Math.max(sentAt.getTime(), restored) + quiet
  if (now < lookFrom) return settle(work, { change: { state: 'unknown', due: new Date(lookFrom) } })
  return lookUp(work, { frozen, tired })
}

async function lookUp(
  work: EffectWork,
  { frozen, tired }: { frozen: FrozenRequest; tired: boolean },
): Promise<void> {
  switch (frozen.operation) {
    case 'document.create':
      return afterLookUp(work, { found: await findDocument(work, frozen.input), sent: frozen.input, tired })
    case 'document.update':
    case 'document.cancel':
    case 'document.mark':
      return afterReading(work, { frozen, tired })
    default: {
      const found = await findByName(work)
      const [record] = found
      if (found.length === 1 && record !== undefined) return settleRecord(work, { record })
      return found.length > 1 || tired ? settleNeedsPerson(work, notFoundOut(found.length)) : notCreated(work)
    }
  }
}

async function afterLookUp(
  work: EffectWork,
  { found, sent, tired }: { found: RemoteDocument[]; sent: LedgerDocument; tired: boolean },
): Promise<void> {
  const [remote] = found
  if (found.length === 1 && remote !== undefined) {
    if (await mayBeAnotherPaper(work, { remote, sent })) return settleAnotherPaper(work, remote)
    return settleConfirmed(work, remote)
  }
  if (found.length > 1 || tired) return settleNeedsPerson(work, notFoundOut(found.length))
  return notCreated(work)
}

/** Evidence that it is not there: sent once more, the same bytes. */
async function notCreated(work: EffectWork): Promise<void> {
  if (await settleWithdrawn(work)) return
  await settle(work, {
    change: { state: 'not-created', due: 'at-once' },
    stamps: [
      effectStamp(work, {
        code: 'outcome-resolved',
        params: { outcome: 'Not found, so it is sent once more' },
        once: `not-created:${work.effect.sends}`,
      }),
    ],
  })
  work.runtime.doorbell.ring()
}

type AboutOne = Extract<FrozenRequest, { operation: 'document.update' | 'document.cancel' | 'document.mark' }>

// Updates and cancels say themselves whether they happened: the record is there to be read.
async function afterReading(
  work: EffectWork,
  {
    frozen,
    tired,
  }: {
    frozen: AboutOne
    tired: boolean
  },
): Promise<void> {
  const kind = frozen.operation === 'document.update' ? frozen.input.document.kind : frozen.input.kind
  const found = await readDocument(work.driver, {
    kind,
    reference: frozen.input.reference,
    scope: callScope(work),
  })
  failpoint('unknown.after-look-up')
  const done = isDone(frozen, found)
  if (done && found !== null) return settleConfirmed(work, found)
  if (await settleWithdrawn(work)) return
  if (tired) return settleNeedsPerson(work, 'It could not be brought up to date.')
  await settle(work, { change: freshAttemptGroup(work.effect) })
}

function isDone(frozen: AboutOne, found: RemoteDocument | null): boolean {
  switch (frozen.operation) {
    case 'document.update':
      return found !== null && hasTaken(frozen.input, found)
    case 'document.mark':
      return found !== null && standsAs(found, frozen.input.as)
    case 'document.cancel':
      return isTakenOut(found, frozen.input.how)
  }
}

/**
 * A change of what no ledger gives back shows only in that the record moved, and in the way back that went with it; sent
 * once more, it changes nothing twice.
 */
function hasTaken(
  { document, reference }: Operations['document.update']['in'],
  found: RemoteDocument,
): boolean {
  const { backLink = found.memo } = document
  return found.memo === backLink && hasMoved(reference, found.reference) && saysTheSame(document, found)
}

function notFoundOut(count: number): string {
  return count > 1 ? `${count} documents there fit.` : 'It was looked for and not found, several times.'
}
