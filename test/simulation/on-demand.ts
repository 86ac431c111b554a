import { parseArgs } from 'node:util'
import { inLines } from './exploration.ts'
import { explore } from './explore.ts'
import { seedsFolder } from './kept-seeds.ts'

/** As many schedules as are asked for; failing seeds are kept as files. */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '100000' },
    first: { type: 'string', default: '1' },
  },
})
const found = await explore({
  name: 'on-demand',
  first: Number(values.first),
  schedules: Number(values.schedules),
  seeds: seedsFolder,
})
console.log(inLines(found).join('\n'))
process.exitCode = found.red.length === 0 ? 0 : 1
