import { distance } from 'fastest-levenshtein'
import { searchWords } from '../search/search-words.ts'

/** What of a record is compared, whichever list it stands in. */
export interface Comparable {
  id: string
  name: string
  sku?: string | undefined
  price?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  accountNumber?: string | undefined
  postalCode?: string | undefined
}

export interface PairScore {
  /** 0 to 1. */
  score: number
  /** In the words of the page: "same SKU", "name 0.93". */
  reasons: string[]
}

/** What nearly proves a pair by itself, and what only speaks for it. */
const proofs = [
  ['sku', 'same SKU'],
  ['email', 'same e-mail'],
  ['accountNumber', 'same account number'],
] as const
const hints = [
  ['price', 'same price'],
  ['phone', 'same phone number'],
  ['postalCode', 'same postal code'],
] as const
const proofScore = 0.95
const hintScore = 0.04
/** Below it a name says nothing. */
const leastName = 0.5
/** Only identical names are certain, and those pair themselves. */
const highest = 0.99

/** How likely ours and theirs are the same, and why. Pure. */
export function scorePair(ours: Comparable, theirs: Comparable): PairScore {
  const name = nameLikeness(ours.name, theirs.name)
  const proven = proofs.filter(([field]) => same(ours[field], theirs[field]))
  const hinted = hints.filter(([field]) => same(ours[field], theirs[field]))
  const base = proven.length > 0 ? Math.max(proofScore, name) : name
  const reasons = [
    ...proven.map(([, reason]) => reason),
    ...(name >= leastName ? [`name ${name.toFixed(2)}`] : []),
    ...hinted.map(([, reason]) => reason),
  ]
  const sum = base + hintScore * (hinted.length + Math.max(0, proven.length - 1))
  return { score: Math.round(Math.min(highest, sum) * 100) / 100, reasons }
}

/** Letters that must change, whatever the order of the words; 1 = the same words. Pure. */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [inOrder(one), inOrder(other)]
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 0 : 1 - distance(a, b) / longest
}

function inOrder(name: string): string {
  return searchWords(name).sort().join(' ')
}

function same(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a !== '' && a === b
}

function plain(text: string | undefined): string {
  return (text ?? '').toLowerCase().replaceAll(/[\s()\-.]+/g, '')
}
