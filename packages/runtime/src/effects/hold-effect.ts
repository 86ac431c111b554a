import type { Cure } from '@fieldledger/accounting'
import type { Problem, Task, TimelineCode, TimelineParams } from '@fieldledger/workflow'
import type { EffectChange } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { openVendorTask } from '../vendors/propose-vendors.ts'
import { closeTasks } from './close-tasks.ts'
import { digest } from './content-hash.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'

export interface Held {
  problems: Problem[]
  change?: EffectChange
  /** What the timeline and the task call it; default: held before sending. */
  stamp?: { code: TimelineCode; params: TimelineParams }
  title?: string
  also?: (store: RuntimeStore) => Promise<void>
}

/** Not sent until somebody cures it: a task for the bookkeeper with the problems and the smallest form that cures them. */
export async function holdEffect(work: EffectWork, held: Held): Promise<void> {
  const { problems, title, also } = held
  const sentences = problems.map(({ message }) => message).join('\n')
  const { code, params } = held.stamp ?? { code: 'document-held', params: { problems: sentences } }
  const stamp = effectStamp(work, { code, params, once: `held:${digest(problems).slice(0, 16)}` })
  await settle(work, {
    change: { ...held.change, state: 'planned', waitingFor: 'cure', problems, due: 'never' },
    stamps: [stamp],
    hints: [{ topic: 'tasks' }, { topic: 'attention' }],
    also: async (store) => {
      await openHeldTask(store, { work, problems, title })
      await also?.(store)
    },
  })
}

/** A vendor that has a task of its own is not asked for twice. */
async function openHeldTask(
  store: RuntimeStore,
  { work, problems, title }: { work: EffectWork; problems: Problem[]; title: string | undefined },
): Promise<void> {
  const own: Problem[] = []
  for (const problem of problems) {
    const vendorId = problem.params?.vendorId
    const covered = vendorId !== undefined && (await openVendorTask(store, String(vendorId))) !== undefined
    if (!covered) own.push(problem)
  }
  if (own.length > 0) return openTask(store, { work, kind: 'held', problems: own, title })
  await closeTasks(store, { effect: work.effect, kinds: ['held'] })
}

/** One open task of this kind for the effect: an open one is brought up to date. */
export async function openTask(
  store: RuntimeStore,
  what: { work: EffectWork; kind: 'held' | 'unknown'; problems: Problem[]; title?: string | undefined },
): Promise<void> {
  const { effect, connection, runtime } = what.work
  // A vendor that no form asked for shows its trouble on its own page.
  if (effect.submissionId === null) return
  const cure = what.problems.find((problem) => problem.cure !== undefined)?.cure as Cure | undefined
  const ledger = connection.providerLabel
  const title = what.title ?? (what.kind === 'held' ? `Held before ${ledger}` : `Is it in ${ledger}?`)
  const shown: Pick<Task, 'title' | 'problems' | 'cure'> = {
    title,
    problems: what.problems,
    ...(cure === undefined ? {} : { cure }),
  }
  const [open] = await store.tasks.list({ effectId: effect.id, kinds: [what.kind], states: ['open'] })
  if (open !== undefined) return store.tasks.update({ id: open.id, change: shown })
  const id = runtime.newId()
  await store.tasks.insert([
    {
      ...shown,
      title,
      id,
      companyId: effect.companyId,
      kind: what.kind,
      submissionId: effect.submissionId,
      effectId: effect.id,
      assignees: { roles: ['bookkeeper', 'admin'], people: [] },
      noteRequired: false,
      state: 'open',
      openedAt: runtime.clock.now(),
    },
  ])
}
