import type { Db } from 'mongodb'
import type { Stack, StackServer } from '../../../apps/local/src/boot-stack.ts'
import { until } from '../../support/until.ts'
import { isWorkerUp } from './is-up.ts'

/** Each of these workers, as it was started last, has sent its first heartbeat. */
export async function workersUp(
  stack: Stack,
  { database, names }: { database: Db; names: readonly StackServer[] },
): Promise<void> {
  for (const name of names)
    await until({ what: `${name} is up`, withinMs: 60_000 }, () => isWorkerUp(stack, { database, name }))
}
