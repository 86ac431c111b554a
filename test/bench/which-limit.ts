import { showFigure } from './figure-rows.ts'
import type { MachineTime } from './machine-time.ts'

export interface Loaded {
  machine: MachineTime
  cores: number
  runs: number
  /** Process → milliseconds of CPU for one run. */
  cpuMs: Readonly<Record<string, number>>
  /** Of the load generator with the other system. */
  generatorMs: number
  syncsPerRun: number
}

/** Above this a queue before the processor is longer than the work. */
const full = 0.85
const much = 0.2

/** What stood in the way of more, by what was measured: processor, disk, one process that has one core alone, or neither. */
export function whichLimit(loaded: Loaded): string {
  const { machine, runs, cpuMs, generatorMs, syncsPerRun, cores } = loaded
  const ofOneCore = (ms: number) => (ms * runs) / (machine.seconds * 1000)
  const used = Object.entries(cpuMs).map(([name, ms]) => ({ name, core: ofOneCore(ms) }))
  const shares = used.map(({ name, core }) => `${name} ${percent(core)}`).join(', ')
  const generator = ofOneCore(generatorMs)
  const ours = used.reduce((sum, { core }) => sum + core, generator)
  const others = Math.max(0, machine.busy * cores - ours)
  const syncs = showFigure((syncsPerRun * runs) / machine.seconds)
  const seen = `${percent(machine.busy)} of the ${cores} cores' time was used and ${percent(machine.waitingForDisk)} waited for the disk, at ${syncs} journal syncs a second; of one core took ${shares}, load generator and other system ${percent(generator)}, programs that do not belong here ${percent(others)}`
  return `${verdict({ machine, used })}: ${seen}.`
}

function verdict({
  machine,
  used,
}: {
  machine: MachineTime
  used: readonly { name: string; core: number }[]
}): string {
  const [busiest] = used.toSorted((one, other) => other.core - one.core)
  if (machine.busy >= full) return 'The limit is the processor'
  if (machine.waitingForDisk >= much) return 'The limit is the disk'
  if (busiest !== undefined && busiest.core >= full && busiest.name !== 'mongod')
    return `The limit is one process, ${busiest.name}, which has one core at most`
  return 'The limit is neither processor nor disk but waiting for each other'
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
