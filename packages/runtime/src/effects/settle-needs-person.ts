import type { RemoteDocument } from '@fieldledger/accounting'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { openTask } from './hold-effect.ts'

/** We cannot find out by ourselves: a person looks into the books and says. */
export function settleNeedsPerson(work: EffectWork, found: string): Promise<void> {
  return askWhetherThere(work, ` without an answer. ${found}`)
}

export function severalFit(work: EffectWork, count: number): Promise<void> {
  return settleNeedsPerson(work, `${count} documents there fit.`)
}

export function settleAnotherPaper(
  work: EffectWork,
  { number, reference, date }: RemoteDocument,
): Promise<void> {
  const there = `#${number ?? reference.id} of this vendor is there, with another day or amount`
  return settleNeedsPerson(
    work,
    `${there}${date === undefined ? '' : `, of ${date}`}: it may be an older one.`,
  )
}

/** Whether ours is there too, the answer does not tell. */
export function settleAnotherAnswered(
  work: EffectWork,
  { number, reference }: RemoteDocument,
): Promise<void> {
  return askWhetherThere(work, `, and the answer was #${number ?? reference.id}, which is of another form.`)
}

async function askWhetherThere(work: EffectWork, happened: string): Promise<void> {
  const { effect, connection } = work
  const sentAt = effect.sentAt?.toISOString() ?? 'an unknown time'
  const message = `Sent to ${connection.providerLabel} at ${sentAt}${happened} Look into its books, then say whether it is there.`
  const problem = { code: 'outcome-unknown', severity: 'error' as const, message, cure: 'resolve-unknown' }
  await settle(work, {
    change: { state: 'needs-person', problems: [problem], due: 'never' },
    stamps: [effectStamp(work, { code: 'needs-attention', params: { message } })],
    hints: [{ topic: 'tasks' }, { topic: 'attention' }],
    also: (store) => openTask(store, { work, kind: 'unknown', problems: [problem] }),
  })
}
