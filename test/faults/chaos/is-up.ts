import type { Db } from 'mongodb'
import type { Stack, StackServer } from '../../../apps/local/src/boot-stack.ts'

/** A worker is up with its first heartbeat. */
export async function isWorkerUp(stack: Stack, { database, name }: { database: Db; name: StackServer }) {
  const workers = database.collection<{ _id: string; pid: number }>('workers')
  return (await workers.countDocuments({ pid: stack.pidOf(name) ?? 0 })) > 0
}

/** An api is up when it answers. */
export async function isApiUp(stack: Stack): Promise<boolean> {
  try {
    const answer = await fetch(`${stack.url}/api/v1/health/live`, { signal: AbortSignal.timeout(1000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
