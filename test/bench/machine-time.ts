import { readFileSync } from 'node:fs'

/** Shares of what all cores together had, from 0 to 1. */
export interface MachineTime {
  busy: number
  waitingForDisk: number
  seconds: number
}

/** Begins to watch the whole machine; the answer says what became of its time since. */
export function watchMachine(): () => MachineTime {
  const began = performance.now()
  const before = ticks()
  return () => {
    const after = ticks()
    const all = Math.max(1, after.all - before.all)
    return {
      busy: 1 - (after.idle + after.disk - before.idle - before.disk) / all,
      waitingForDisk: (after.disk - before.disk) / all,
      seconds: (performance.now() - began) / 1000,
    }
  }
}

// First line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal.
function ticks(): { all: number; idle: number; disk: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1)
  const counts = line.trim().split(/ +/).slice(1, 9).map(Number)
  const [, , , idle = 0, disk = 0] = counts
  return { all: counts.reduce((sum, count) => sum + count, 0), idle, disk }
}
