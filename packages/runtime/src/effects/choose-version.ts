import { companyScope } from '@fieldledger/workflow'
import { EffectNotResolvable } from '../errors/runtime-errors.ts'
import type { Confirmation, Effect, EffectChange } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import { closeTasks } from './close-tasks.ts'
import { leaveEarlier } from './leave-earlier.ts'
import { readRemote } from './read-remote.ts'
import type { Resolving } from './resolve-effect.ts'
import { versionOf } from './version-of.ts'

/**
 * Somebody changed the document there before our update left: a person says whose values stand. Either is about the
 * version that was shown; when it changed once more, the person is asked once more.
 */
export async function chooseVersion(input: Resolving, seen: Effect): Promise<void> {
  const { runtime, person } = input
  const scope = companyScope(input.companyId)
  const shown = seen.problems.filter(({ code }) => code === 'edited-in-ledger')
  const version = shown[0]?.params?.version
  const { submissionId } = seen
  if (seen.state !== 'planned' || version === undefined || submissionId === null) throw outOfDate()
  const ours = input.how === 'send-ours'
  const fixed = shown[0]?.params?.fixed
  if (ours && fixed !== undefined) throw new EffectNotResolvable(String(fixed))
  const kept = ours ? undefined : await keptConfirmation(input, { seen, version: String(version) })
  await runtime.ports.stores.transact(scope, async (store) => {
    const change: EffectChange =
      kept === undefined
        ? { overwrites: String(version), waitingFor: null, problems: [], due: 'at-once', triedBy: person.id }
        : { state: 'confirmed', confirmation: kept, waitingFor: null, problems: [], due: 'never' }
    if (!(await store.effects.amend({ effect: seen, change }))) throw outOfDate()
    if (kept !== undefined) {
      await carryToCreate(store, { seen, kept })
      await leaveEarlier(store, seen)
    }
    await closeTasks(store, { effect: seen })
    const number = String(kept?.number ?? '')
    await store.timeline.append({
      submissionId,
      stamps: [
        {
          code: ours ? 'ours-chosen' : 'theirs-kept',
          params: { provider: input.provider, number },
          actor: byPerson(person),
        },
      ],
      at: runtime.clock.now(),
    })
    await store.runs.wake(submissionId)
    await store.outbox.post({
      work: true,
      hints: [{ topic: 'tasks' }, { topic: 'attention' }, { topic: 'submissions', id: submissionId }],
    })
  })
  runtime.doorbell.ring()
}

/** What stands there is taken as it is; our revision counts as seen to, with its differences written down. */
async function keptConfirmation(
  input: Resolving,
  { seen, version }: { seen: Effect; version: string },
): Promise<Confirmation> {
  const { runtime, companyId } = input
  const [createId] = seen.dependsOn
  const store = runtime.ports.stores.of(companyScope(companyId))
  const create = createId === undefined ? undefined : await store.effects.get(createId)
  const found = create === undefined ? null : await readRemote(input, create)
  if (create?.confirmation === undefined || found === null || versionOf(found) !== version) {
    await store.effects.wake({ ids: [seen.id] })
    throw outOfDate()
  }
  return {
    ...create.confirmation,
    reference: found.reference,
    document: found,
    // Nothing of ours stands there as it was sent: whatever comes next is looked at anew.
    hash: '',
    revision: seen.revision,
    requestHash: seen.requestHash,
    verified: 'differs',
    differences: seen.problems.map(({ params }) => ({
      field: String(params?.field),
      sent: String(params?.ours),
      found: String(params?.theirs),
    })),
    kept: true,
  }
}

async function carryToCreate(
  store: RuntimeStore,
  { seen, kept }: { seen: Effect; kept: Confirmation },
): Promise<void> {
  const [createId] = seen.dependsOn
  const create = createId === undefined ? undefined : await store.effects.get(createId)
  if (create !== undefined) await store.effects.amend({ effect: create, change: { confirmation: kept } })
  const waiting = await store.effects.dependants(seen.id)
  if (waiting.length > 0) await store.effects.wake({ ids: waiting.map(({ id }) => id) })
}

function outOfDate(): EffectNotResolvable {
  return new EffectNotResolvable(
    'It changed in the ledger once more, or somebody decided already: load the page again.',
  )
}
