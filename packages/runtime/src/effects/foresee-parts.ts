import type { Submission } from '@fieldledger/forms'
import type { SendRequest } from '@fieldledger/workflow'
import { partsOfSplit } from '../links/parts-of-split.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { type ForeseenSend, foreseeSend } from './foresee-send.ts'

/** A form and what is sent of it: itself, or the orders into which it was split. */
export interface SentParts {
  parts: readonly Pick<Submission, 'id' | 'revision'>[]
  effects: readonly Effect[]
}

export async function loadSentParts(store: RuntimeStore, submission: Submission): Promise<SentParts> {
  const split = (await partsOfSplit(store, submission)).filter(({ status }) => status !== 'cancelled')
  const parts = split.length === 0 ? [submission] : split
  return { parts, effects: await store.effects.ofSubmissions(parts.map(({ id }) => id)) }
}

/** What was split stays split: each order meets its own document, and the most that happens to one is what is said. */
export function foreseeParts({ parts, effects }: SentParts, request: SendRequest): ForeseenSend {
  const all = parts.map(({ id, revision }) =>
    foreseeSend({ effects: effects.filter(({ submissionId }) => submissionId === id), request, revision }),
  )
  const numbers = all.flatMap((one) => ('number' in one && one.number !== '' ? [one.number] : [])).join(', ')
  const does = mostFirst.find((what) => all.some((one) => one.does === what)) ?? 'send'
  return does === 'send' || does === 'stopped' ? { does } : { does, number: numbers }
}

const mostFirst: readonly ForeseenSend['does'][] = ['send', 'update', 'under-way', 'stopped', 'skip']
