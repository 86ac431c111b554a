import { runCommand } from './house/run-command.ts'
import { behaviours } from './suites/behaviours-suite.ts'
import { chosenSuites } from './suites/chosen-suites.ts'
import { runSuites } from './suites/run-suites.ts'
import { scenarios } from './suites/scenarios-suite.ts'
import { lint, types } from './suites/tool-suites.ts'
import { vitestSuite } from './suites/vitest-suite.ts'

const suites = [
  types,
  lint,
  ...['architecture', 'unit', 'integration', 'simulation', 'faults'].map(vitestSuite),
  scenarios,
  // Last: it reads what the others left.
  behaviours,
]

await runCommand(() => runSuites(chosenSuites(suites, process.argv.slice(2)), Boolean(process.env.CI)))
