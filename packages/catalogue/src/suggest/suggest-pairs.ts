import { searchWords } from '../search/search-words.ts'
import { type Comparable, scorePair } from './score-pair.ts'

export interface Suggestion {
  ours: { id: string; name: string }
  theirs: { id: string; name: string }
  score: number
  reasons: string[]
}

export const leastScore = 0.6
/** A word that so many share tells nobody apart. */
const mostOfWord = 400
const mostCandidates = 40

/**
 * The likeliest pair of each of ours that has none, the surest first; none of theirs is offered twice. Only what shares a
 * word, or a text that nearly proves it, is compared: fifty thousand items are not compared with each other. Pure.
 */
export function suggestPairs(ours: readonly Comparable[], theirs: readonly Comparable[]): Suggestion[] {
  const index = indexOf(theirs)
  const all = ours.flatMap((one) =>
    candidates(one, index).flatMap((other): Suggestion[] => {
      const { score, reasons } = scorePair(one, other)
      if (score < leastScore) return []
      return [{ ours: named(one), theirs: named(other), score, reasons }]
    }),
  )
  const taken = new Set<string>()
  return all
    .sort((one, other) => other.score - one.score || one.ours.name.localeCompare(other.ours.name))
    .filter(({ ours: { id }, theirs: { id: theirId } }) => {
      if (taken.has(`ours ${id}`) || taken.has(`theirs ${theirId}`)) return false
      taken.add(`ours ${id}`)
      taken.add(`theirs ${theirId}`)
      return true
    })
}

type Index = ReadonlyMap<string, Comparable[]>

function indexOf(records: readonly Comparable[]): Index {
  const index = new Map<string, Comparable[]>()
  for (const record of records)
    for (const key of keysOf(record)) {
      const rows = index.get(key)
      if (rows === undefined) index.set(key, [record])
      else rows.push(record)
    }
  return index
}

/** Words, the beginnings of words (the rest may be mistyped), and whole texts that nearly prove a pair. */
function keysOf({ name, sku, email, accountNumber }: Comparable): Set<string> {
  const words = searchWords(name)
  const whole = [sku, email, accountNumber].flatMap((text) => (text ? [`= ${text.toLowerCase()}`] : []))
  return new Set([
    ...words,
    ...words.filter(({ length }) => length > 4).map((word) => word.slice(0, 4)),
    ...whole,
  ])
}

function candidates(record: Comparable, index: Index): Comparable[] {
  const shared = new Map<Comparable, number>()
  for (const key of keysOf(record)) {
    const rows = index.get(key) ?? []
    if (rows.length > mostOfWord) continue
    const weight = key.startsWith('= ') ? 100 : 1
    for (const row of rows) shared.set(row, (shared.get(row) ?? 0) + weight)
  }
  return [...shared]
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostCandidates)
    .map(([row]) => row)
}

function named({ id, name }: Comparable) {
  return { id, name }
}
