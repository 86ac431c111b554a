import { companyScope } from '@fieldledger/workflow'
import type { UseCase } from '../use-case.ts'
import { firstFire } from './plan-schedule.ts'

/** The company moved to another time zone: what goes by its clocks is due at other moments. */
export async function reschedule(input: UseCase & { zone: string }): Promise<void> {
  const { runtime, zone } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    for (const { id, start, nextFireAt } of await store.schedules.all()) {
      if (nextFireAt === null || start.timeZone !== undefined) continue
      await store.schedules.advance({
        id,
        from: nextFireAt,
        to: firstFire(start, { after: runtime.clock.now(), zone }),
      })
    }
  })
}
