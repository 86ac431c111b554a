import { say } from '../house/say.ts'
import { bringUp, type House } from './bring-up.ts'
import { createClosers } from './closers.ts'
import { untilSignal } from './until-signal.ts'

/** Brings the house up, stays until a signal, and stops everything in order, also when coming up failed. */
export async function runHouse(options: {
  arguments: string[]
  whenUp: (house: House) => Promise<() => void>
}): Promise<number> {
  const closers = createClosers()
  const signal = untilSignal()
  try {
    const house = await Promise.race([bringUp(closers, options.arguments), signal.then(() => undefined)])
    if (house) await closers.add(await options.whenUp(house))
    await signal
    say('Stopping …')
    return 0
  } finally {
    await closers.closeAll()
  }
}
