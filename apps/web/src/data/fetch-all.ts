import type { Page } from '@fieldledger/contract'
import { api } from '../api/api.ts'

const mostPages = 50

/** Every page of a list, for catalogues that are searched on this device. */
export async function fetchAll<Row>(path: string, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = []
  let next: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const joint = path.includes('?') ? '&' : '?'
    const cursor = next === undefined ? '' : `${joint}cursor=${encodeURIComponent(next)}`
    const answer = await api.get<Page<Row>>(`${path}${cursor}`, signal)
    rows.push(...answer.rows)
    next = answer.next
    if (next === undefined) return rows
  }
  return rows
}
