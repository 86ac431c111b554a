import { companyScope, type Recipients, type SubmissionFilter } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { BatchRefused, NotFound } from '../errors/runtime-errors.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Batch, SubmissionMatch, WorkflowBatch } from '../ports/trigger-store.ts'
import type { PublishedStart } from '../ports/versions.ts'
import type { PersonalUseCase, UseCase } from '../use-case.ts'
import { type BatchForecast, forecastBatch } from './forecast-batch.ts'
import { resolveMatch } from './resolve-match.ts'

/**
 * Forms chosen one by one, or all of a range of dates that fit (both dates belong to the range), or what the workflow's
 * schedule would take if its moment were now.
 */
export type BatchChoice =
  | { submissionIds: readonly string[] }
  | { scheduled: true }
  | { from: string; to: string; filter: SubmissionFilter }

interface Chosen extends UseCase {
  workflowId: string
  choice: BatchChoice
}

export interface StartBatch extends Chosen, PersonalUseCase {
  /** Made by whoever starts it: the same id again starts nothing more. */
  id: string
}

/** What a batch would do if it began now. */
export async function foreseeBatch(input: Chosen): Promise<BatchForecast> {
  const { runtime, companyId } = input
  const store = runtime.ports.stores.of(companyScope(companyId))
  const { origin, ...plan } = await planBatch(input, store)
  return forecastBatch(store, { ...plan, once: origin === 'date-range' })
}

/** A person starts a workflow for many forms: each of them once, with a summary at the end. */
export async function startBatch(input: StartBatch): Promise<Batch> {
  const { runtime, companyId, person, id } = input
  const scope = companyScope(companyId)
  const store = runtime.ports.stores.of(scope)
  const earlier = await store.batches.get(id)
  if (earlier !== undefined) return earlier
  const plan = await planBatch(input, store)
  const { starts } = await forecastBatch(store, { ...plan, once: plan.origin === 'date-range' })
  if (starts === 0 && plan.submissionIds === undefined)
    throw new BatchRefused(
      plan.origin === 'clock'
        ? 'No form fits the schedule now: change which forms it takes, or wait until one does.'
        : 'No form of this range is left to start: choose other dates or another status.',
    )
  const batch: Batch = {
    ...plan,
    id,
    companyId,
    startedBy: { id: person.id, name: person.name },
    state: 'starting',
    cursor: '',
    expected: plan.submissionIds?.length ?? starts,
    startedAt: runtime.clock.now(),
  }
  await runtime.ports.stores.transact(scope, async (inside) => {
    await inside.batches.insert(batch)
    await inside.outbox.post({ work: false, hints: [{ topic: 'batches' }] })
  })
  return batch
}

type Plan = Pick<
  WorkflowBatch,
  'formId' | 'workflowId' | 'workflowVersion' | 'origin' | 'tell' | 'submissionIds'
> & {
  match: SubmissionMatch
}

async function planBatch(input: Chosen & Partial<PersonalUseCase>, store: RuntimeStore): Promise<Plan> {
  const { runtime, workflowId, choice, person } = input
  const { scope } = store
  const published = await runtime.ports.versions.start({ scope, workflowId })
  if (published === undefined)
    throw new BatchRefused('This workflow is not published yet: publish it, then run it.')
  const { formId, version: workflowVersion, start } = published
  if (await store.schedules.formArchived(formId))
    throw new BatchRefused('The form is archived: take it out of the archive, then run the workflow.')
  const { timeZone: zone } = await runtime.ports.people.company({ scope })
  const now = runtime.clock.now()
  const tell = withStarter('tell' in start ? start.tell : nobody, person?.id)
  const common = { formId, workflowId, workflowVersion, tell }
  if ('submissionIds' in choice) {
    const filter = handFilter(published)
    const submissionIds = await ofForm(store, { formId, ids: choice.submissionIds })
    return {
      ...common,
      origin: 'selection',
      submissionIds,
      match: resolveMatch(filter, { formId, now, zone }),
    }
  }
  if ('scheduled' in choice) {
    const { filter, timeZone } = clockOf(published)
    return {
      ...common,
      origin: 'clock',
      match: resolveMatch(filter, { formId, now, zone: timeZone ?? zone }),
    }
  }
  const match = resolveMatch(choice.filter, { formId, now, zone })
  return { ...common, origin: 'date-range', match: { ...match, ...rangeOf(choice, zone) } }
}

const nobody: Recipients = { roles: [], people: [] }

/** Whoever starts it reads its summary. */
function withStarter(tell: Recipients, personId: string | undefined): Recipients {
  return personId === undefined || tell.people.includes(personId)
    ? tell
    : { ...tell, people: [...tell.people, personId] }
}

function handFilter({ start }: PublishedStart): SubmissionFilter {
  if (start.on !== 'hand')
    throw new BatchRefused(
      'This workflow does not start by hand: choose one that does, or run it for a range of dates.',
    )
  return start.filter
}

function clockOf({ start }: PublishedStart) {
  if (start.on !== 'clock')
    throw new BatchRefused(
      'This workflow has no schedule: give it one and publish it, or run it for a range of dates.',
    )
  return start
}

async function ofForm(
  store: RuntimeStore,
  which: { formId: string; ids: readonly string[] },
): Promise<string[]> {
  const { formId, ids } = which
  const found = new Set((await store.matches.named({ formId, names: ids })).map(({ id }) => id))
  if (ids.length === 0 || ids.some((id) => !found.has(id))) throw new NotFound('form')
  return [...found]
}

function rangeOf({ from, to }: { from: string; to: string }, zone: string): { from: Date; to: Date } {
  const [first, last] = [from, to].map((date) => DateTime.fromISO(date, { zone }))
  if (first?.isValid !== true || last?.isValid !== true)
    throw new BatchRefused('One of the dates does not exist: choose both again.')
  if (first > last) throw new BatchRefused('The first date is after the last one: exchange them.')
  return { from: first.startOf('day').toJSDate(), to: last.plus({ days: 1 }).startOf('day').toJSDate() }
}
