import { parseArgs } from 'node:util'
import { inLines } from './exploration.ts'
import { explore } from './explore.ts'
import { seedsFolder } from './kept-seeds.ts'
import { recordPart } from './simulation-record.ts'

/** Whoever ends it loses no more than this. */
const part = 5000

/** As many schedules as are asked for, part by part; each part is recorded, and failing seeds are kept as files. */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '100000' },
    first: { type: 'string', default: '1' },
    processes: { type: 'string' },
  },
})
const end = Number(values.first) + Number(values.schedules)
const processes = values.processes === undefined ? {} : { processes: Number(values.processes) }
let violations = 0
for (let first = Number(values.first); first < end; first += part) {
  const schedules = Math.min(part, end - first)
  const found = await explore({ name: 'on-demand', first, schedules, seeds: seedsFolder, ...processes })
  console.log([`seeds from ${first}:`, ...inLines(found)].join('\n'))
  recordPart({ first, found })
  violations += found.red.length
}
process.exitCode = violations === 0 ? 0 : 1
