import { bootForFaults, type FaultScene } from './boot-for-faults.ts'
import { type OtherSystem, openOtherSystem } from './other-system.ts'

export interface StormScene extends FaultScene {
  otherSystem: OtherSystem
}

const stormSettings = {
  // Work is set aside after five crashes in a row, rightly (poison.test.ts): here the crashes are not its fault.
  FIELDLEDGER_MOST_ATTEMPTS: '1000',
  // The ledger fails for as long as the storm lasts: doubled without an end, the waits would outlast it by minutes.
  FIELDLEDGER_RETRY_LONGEST_MS: '2000',
}

/** The shipped processes, and another system for their workflows to call. */
export async function bootForStorm(): Promise<StormScene> {
  const otherSystem = await openOtherSystem()
  try {
    const scene = await bootForFaults({
      env: { ...stormSettings, FIELDLEDGER_PRACTICE_HTTP_ORIGIN: otherSystem.origin },
    })
    return {
      ...scene,
      otherSystem,
      async close() {
        await scene.close()
        otherSystem.close()
      },
    }
  } catch (error) {
    otherSystem.close()
    throw error
  }
}
