import type { World } from './world.ts'

const RealDate = Date
let world: World | undefined

/** Date, timers, random bytes (ids) and performance.now of this process follow the world from now on; for the simulation's own process. */
export function installVirtualTime(): void {
  // The real one asks the system at each look, and a failpoint looks at every await.
  process.env = { ...process.env }
  const now = () => (world === undefined ? RealDate.now() : world.now + world.current.skewMs)
  class VirtualDate extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(now())
      else super(...(given as [number]))
    }

    static override now(): number {
      return now()
    }
  }
  // mongoose knows the types of its schemas by their names.
  Object.defineProperty(VirtualDate, 'name', { value: 'Date' })
  globalThis.Date = VirtualDate as DateConstructor
  performance.now = () => world?.now ?? 0
  const timers = {
    setImmediate: (run: () => void) => once(run),
    setTimeout: once,
    setInterval: again,
    clearTimeout: cancel,
    clearInterval: cancel,
  }
  Object.assign(globalThis, timers)
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: seededBytes })
}

export function followTimeOf(next: World): void {
  world = next
  drawn = 0
}

let drawn = 0

function seededBytes(bytes: Uint8Array): Uint8Array {
  for (let place = 0; place < bytes.length; place += 1) {
    drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0
    bytes[place] = drawn >>> 24
  }
  return bytes
}

interface Timer {
  cancelled: boolean
  unref(): Timer
}

function once(run: () => void, delayMs = 0): Timer {
  const timer = newTimer()
  world?.after(world.current, delayMs, () => {
    if (!timer.cancelled) run()
  })
  return timer
}

function again(run: () => void, everyMs: number): Timer {
  const timer = newTimer()
  const { current } = world ?? {}
  const next = () => {
    if (timer.cancelled || current === undefined) return
    world?.after(current, everyMs, next)
    run()
  }
  if (current !== undefined) world?.after(current, everyMs, next)
  return timer
}

function newTimer(): Timer {
  const timer: Timer = { cancelled: false, unref: () => timer }
  return timer
}

function cancel(timer: Timer | undefined): void {
  if (timer !== undefined) timer.cancelled = true
}
