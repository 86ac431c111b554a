import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Exploration } from './exploration.ts'
import { Scheduler } from './run-schedule.ts'
import { planOf } from './world/plan.ts'
import { installVirtualTime } from './world/virtual-time.ts'

/** Run by explore.ts as a process of its own, since the whole process lives in virtual time. */
const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '1000' },
    seeds: { type: 'string' },
    kept: { type: 'string' },
    'until-red': { type: 'boolean', default: false },
    report: { type: 'string' },
  },
})

const began = process.hrtime.bigint()
installVirtualTime()
const scheduler = new Scheduler()
const traces = new Set<number>()
const found: Exploration = {
  schedules: 0,
  steps: 0,
  virtualHours: 0,
  interleavings: 0,
  cpuSeconds: 0,
  seconds: 0,
  faults: scheduler.count.byKind,
  red: [],
}

for (const seed of chosenSeeds()) {
  const { steps, virtualMs, trace, violation } = await scheduler.run(planOf(seed))
  found.schedules += 1
  found.steps += steps
  found.virtualHours += virtualMs / 3_600_000
  traces.add(trace)
  if (violation === undefined) continue
  found.red.push({ seed, violation })
  if (values.seeds !== undefined) keep(values.seeds, { seed, violation })
  if (values['until-red']) break
}
found.interleavings = traces.size
found.cpuSeconds = process.cpuUsage().user / 1e6
found.seconds = Number(process.hrtime.bigint() - began) / 1e9
if (values.report === undefined) console.log(JSON.stringify(found, null, 2))
else writeFileSync(values.report, JSON.stringify(found))
process.exit(0)

function* chosenSeeds(): Iterable<number> {
  if (values.kept !== undefined) {
    yield* values.kept.split(',').map(Number)
    return
  }
  const first = Number(values.first)
  for (let seed = first; seed < first + Number(values.schedules); seed += 1) yield seed
}

function keep(folder: string, failing: { seed: number; violation: string }): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${failing.seed}.json`), `${JSON.stringify(failing, null, 2)}\n`)
}
