import { companyScope } from '@fieldledger/workflow'
import { eachAlone } from '../each-alone.ts'
import type { Runtime } from '../ports/runtime.ts'
import { reschedule } from './reschedule.ts'

/** More follow at the next tick, so that other work has its turn between. */
const mostAtOnce = 500

/**
 * What goes by the clocks of a company that moved to another time zone: its schedules, and the steps that wait for a day or
 * a date there, look at them anew. Repeated until nobody can still write a moment of the zone before; a repetition finds
 * nothing to do.
 */
export async function followZones(runtime: Runtime): Promise<void> {
  const { triggers, stores } = runtime.ports
  await eachAlone(await triggers.movedZones(), async ({ companyId, zone, longAgo }) => {
    await reschedule({ runtime, companyId, zone })
    const { runs } = stores.of(companyScope(companyId))
    const woken = await runs.wakeOfOtherZone({ zone, limit: mostAtOnce })
    if (woken > 0) runtime.doorbell.ring()
    else if (longAgo) await triggers.zoneFollowed({ companyId, zone })
  })
}
