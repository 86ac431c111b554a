import { companyScope, type TimelineParams } from '@fieldledger/workflow'
import { EffectNotResolvable } from '../errors/runtime-errors.ts'
import type { Effect, EffectChange } from '../ports/effect-store.ts'
import type { Hint } from '../ports/submission-store.ts'
import { byPerson } from '../timeline/actors.ts'
import { closeTasks } from './close-tasks.ts'
import { laterEffectsOf, neverSent } from './document-effects.ts'
import { linkExisting } from './link-existing.ts'
import { offeredThere } from './offered-there.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { refuseCancelled } from './refuse-cancelled.ts'
import { refuseHeldByAnother } from './refuse-held-by-another.ts'
import type { Resolving } from './resolve-effect.ts'
import { wakeDependants } from './wake-dependants.ts'
import { wakeRunsOf } from './wake-runs-of.ts'

interface Resolution {
  change: EffectChange
  code: 'outcome-resolved' | 'send-stopped'
  params: TimelineParams
}

/** A person says what became of a document of which we do not know (DESIGN §4, reliability §2.2 step 9). */
export async function sayOutcome(input: Resolving, seen: Effect): Promise<void> {
  const { runtime } = input
  refuseUnfitting(seen, input)
  const resolution = await resolutionOf(input, seen)
  try {
    await write(input, { seen, resolution })
  } catch (error) {
    const linked = resolution.change.confirmation?.reference.id
    // Two people may link the same one at the same moment: the database lets one of them.
    if (linked !== undefined) await refuseHeldByAnother(input, { effect: seen, remoteId: linked })
    throw error
  }
  runtime.doorbell.ring()
}

async function write(
  input: Resolving,
  { seen, resolution }: { seen: Effect; resolution: Resolution },
): Promise<void> {
  const { runtime, person, provider } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const goesOn = input.how === 'stop' ? {} : { triedBy: person.id }
    if (input.how === 'not-there-send-again' || input.how === 'send-beside')
      await refuseCancelled(store, seen)
    if (!(await store.effects.amend({ effect: seen, change: { ...resolution.change, ...goesOn } })))
      throw new EffectNotResolvable('It is being checked just now: wait a moment, then load the page again.')
    await wakeDependants(store, seen.id)
    await store.outbox.post({ work: true, hints: hintsOf(seen) })
    const { submissionId } = seen
    if (submissionId === null) return
    await closeTasks(store, { effect: seen })
    if (input.how === 'stop')
      for (const later of laterEffectsOf(await store.effects.ofSubmission(submissionId), seen))
        if (later.state === 'planned' && neverSent(later))
          await store.effects.amend({
            effect: later,
            change: { state: 'stopped', waitingFor: null, due: 'never' },
          })
    await store.timeline.append({
      submissionId,
      stamps: [
        {
          code: resolution.code,
          params: { provider, ...resolution.params },
          actor: byPerson(person),
        },
      ],
      at: runtime.clock.now(),
    })
    await wakeRunsOf(store, seen)
  })
}

function hintsOf({ submissionId, target }: Effect): Hint[] {
  return [
    { topic: 'tasks' },
    { topic: 'attention' },
    ...(submissionId === null ? [] : [{ topic: 'submissions' as const, id: submissionId }]),
    ...(target.kind === 'vendor' ? [{ topic: 'catalogue' as const, id: target.vendorId }] : []),
  ]
}

function refuseUnfitting(effect: Effect, { how, remoteId }: Resolving): void {
  const inDoubt =
    effect.state === 'unknown' ||
    effect.state === 'needs-person' ||
    (effect.state === 'stopped' && !neverSent(effect))
  const stoppable =
    effect.state === 'planned' || effect.state === 'rejected' || effect.state === 'not-created'
  const offered = offeredThere(effect, remoteId?.trim())
  if (how === 'send-beside' && offered?.params?.refused === 0) return
  if (how === 'link-existing' && offered !== undefined) return
  if ((inDoubt && how !== 'send-beside') || (how === 'stop' && stoppable)) return
  throw new EffectNotResolvable(
    effect.state === 'sending'
      ? 'It is on its way just now: wait a moment, then load the page again.'
      : 'There is nothing in doubt about this document any more: load the page again.',
  )
}

async function resolutionOf(input: Resolving, effect: Effect): Promise<Resolution> {
  if (input.how === 'stop')
    return {
      change: { state: 'stopped', waitingFor: null, problems: [], due: 'never' },
      code: 'send-stopped',
      params: { reason: input.reason ?? '' },
    }
  if (input.how === 'not-there-send-again')
    return {
      change: freshAttemptGroup(effect),
      code: 'outcome-resolved',
      params: { outcome: `${input.person.name} looked and did not find it, so it is sent again` },
    }
  if (input.how === 'send-beside')
    return {
      change: {
        ...freshAttemptGroup(effect),
        apartFrom: [...(effect.apartFrom ?? []), input.remoteId?.trim() ?? ''],
      },
      code: 'outcome-resolved',
      params: {
        outcome: `${input.person.name} said that the one of this number is another paper (${input.reason?.trim()}), so this one is sent beside it`,
      },
    }
  const linked = await linkExisting(input, effect)
  return {
    change: linked.change,
    code: 'outcome-resolved',
    params: { outcome: `${input.person.name} found it as #${linked.number}` },
  }
}
