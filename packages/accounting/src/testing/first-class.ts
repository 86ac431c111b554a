import { expect } from 'vitest'
import type { RemoteReference } from '../documents/remote-reference.ts'
import type { withLedger } from './with-ledger.ts'

/** A class, or whatever the ledger has in its place, that may be used. */
export async function firstClass(
  run: ReturnType<typeof withLedger>['run'],
  cursor?: string,
): Promise<RemoteReference> {
  const { rows, next } = await run('class.list', cursor === undefined ? {} : { cursor })
  const found = rows.find(({ active }) => active)
  if (found !== undefined) return { id: found.id, ...(found.name === undefined ? {} : { name: found.name }) }
  if (next === undefined) expect.unreachable('the practice ledger has a class')
  return firstClass(run, next)
}
