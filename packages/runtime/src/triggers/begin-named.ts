import type { MessageStart, Stamp, TimelineActor } from '@fieldledger/workflow'
import type { InboxMessage, WaitingForms } from '../ports/inbox-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { PublishedStart } from '../ports/versions.ts'
import { runBefore } from '../runs/run-before.ts'
import { beginRun } from './begin-run.ts'
import { fittingForms } from './fitting-forms.ts'

/** What became of a message at this look. */
export type SettledMessage = { begun: number } & (
  | { reasons: readonly string[]; submissionIds: string[] }
  | { putOff: { ms: number; reason: string; submissionIds: string[]; waiting: WaitingForms } }
)

interface Naming {
  runtime: Runtime
  message: InboxMessage
  published: PublishedStart
  start: MessageStart
  names: readonly string[]
  given: Record<string, string>
  stamp: Stamp & { actor: TimelineActor }
}

const longestWaitMs = 24 * 60 * 60_000

/**
 * Each form that a message names begins. One that is busy with an earlier run of this workflow, or for which an earlier
 * message waits, begins when its turn comes; after a day it does not.
 */
export async function beginNamed(store: RuntimeStore, from: Naming): Promise<SettledMessage> {
  const { runtime, message, published, start, names, given, stamp } = from
  const { formId, workflowId, version } = published
  const { scope } = store
  const { timeZone: zone } = await runtime.ports.people.company({ scope })
  const earlier = message.waiting
  const named = await store.matches.named({ formId, names })
  const found = earlier === undefined ? named : named.filter(({ id }) => earlier.ids.includes(id))
  const ids = found.map(({ id }) => id)
  const now = runtime.clock.now()
  const fitting = await fittingForms(store, { filter: start.filter, ids, formId, now, zone })
  const awaited = await store.inbox.awaited({ workflowId, before: message.id, submissionIds: ids })
  const workflow = await runtime.ports.versions.workflow({ scope, workflowId, version })
  const reasons = earlier === undefined ? unknownNames(names, named) : []
  const waits: { id: string; why: string }[] = []
  let begun = 0
  for (const { id, number = id } of found) {
    if (!fitting.has(id)) {
      reasons.push(`${number}: It is not one that the start takes, by its status or age.`)
      continue
    }
    const why = awaited.has(id)
      ? 'An earlier message waits for it.'
      : (await runBefore(store, { submissionId: id, workflowId }))?.why
    if (why !== undefined) {
      waits.push({ id, why: `${number}: ${why}` })
      continue
    }
    const one = await beginRun(store, { runtime, workflow, submissionId: id, given, stamp })
    if ('runId' in one) begun += 1
    else reasons.push(`${number}: ${one.skipped}`)
  }
  const submissionIds = earlier === undefined ? ids : [...(message.submissionIds ?? [])]
  const sentences = waits.map(({ why }) => why)
  const age = now.getTime() - message.receivedAt.getTime()
  if (waits.length === 0) return { begun, reasons, submissionIds }
  if (age > longestWaitMs) return { begun, reasons: [...reasons, ...sentences, waitedADay], submissionIds }
  const waiting: WaitingForms = {
    ids: waits.map(({ id }) => id),
    begun: begun + (earlier?.begun ?? 0),
    reasons: [...(earlier?.reasons ?? []), ...reasons],
  }
  const reason = [...waiting.reasons, ...sentences, 'The message begins it after that.'].join(' ')
  return { begun, putOff: { ms: untilNextLook(age), reason, submissionIds, waiting } }
}

const waitedADay = 'It waited for a day: see what the earlier one waits for, then send the message again.'

/** Soon while it is young, more seldom the longer it waits. */
function untilNextLook(age: number): number {
  return Math.min(Math.max(2000, age / 4), 10 * 60_000)
}

function unknownNames(
  names: readonly string[],
  found: readonly { id: string; number: string | undefined }[],
): string[] {
  return names
    .filter((name) => !found.some(({ id, number }) => id === name || number === name))
    .map((name) => `There is no form "${name}".`)
}
