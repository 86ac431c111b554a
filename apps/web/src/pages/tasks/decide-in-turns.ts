import type { BulkDecision, BulkDecisionResult } from '@fieldledger/contract'
import { api } from '../../api/api.ts'

type Results = BulkDecisionResult['results']

/** Far fewer than one request may carry: the list gets shorter while one looks on. */
const turn = 20

/** One request after the other; what each came to is told at once. */
export async function decideInTurns(
  decisions: BulkDecision['decisions'],
  take: (results: Results) => void,
): Promise<Results> {
  const all: Results = []
  for (let at = 0; at < decisions.length; at += turn) {
    const body: BulkDecision = { decisions: decisions.slice(at, at + turn) }
    const { results } = await api.post<BulkDecisionResult>('/tasks/decisions', body)
    take(results)
    all.push(...results)
  }
  return all
}
