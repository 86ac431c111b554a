import type { Db } from 'mongodb'
import { expect } from 'vitest'
import type { OtherSystem } from './other-system.ts'

/** Each finished run has called the other system with one key of its own, however often it had to repeat the call. */
export async function judgeCalls(
  { calls }: OtherSystem,
  { database, companyId }: { database: Db; companyId: string },
): Promise<void> {
  const runs = await database.collection<{ _id: string; state: string }>('runs').find({ companyId }).toArray()
  const keysOf = (id: string) => [...calls.keys()].filter((key) => key.startsWith(`${id}-`))
  for (const { _id: id, state } of runs)
    if (state === 'finished') expect(keysOf(id), `keys of run ${id}`).toHaveLength(1)
    else expect(keysOf(id).length, `keys of run ${id}, which was stopped`).toBeLessThanOrEqual(1)
}
