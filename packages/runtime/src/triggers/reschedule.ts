import { companyScope } from '@fieldledger/workflow'
import type { UseCase } from '../use-case.ts'
import { firstFire } from './plan-schedule.ts'

/** The company moved to another time zone: what goes by its clocks is due at other moments. One that is due fires first. */
export async function reschedule(input: UseCase & { zone: string }): Promise<void> {
  const { runtime, zone } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const after = runtime.clock.now()
    for (const { id, start, nextFireAt } of await store.schedules.all()) {
      if (nextFireAt === null || nextFireAt <= after || start.timeZone !== undefined) continue
      const to = firstFire(start, { after, zone })
      if (to?.getTime() !== nextFireAt.getTime()) await store.schedules.advance({ id, from: nextFireAt, to })
    }
  })
}
