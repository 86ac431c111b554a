import { runCommand } from './house/run-command.ts'
import { runSuites } from './suites/run-suites.ts'
import { lint, types } from './suites/tool-suites.ts'
import { vitestSuite } from './suites/vitest-suite.ts'

const suites = [types, lint, vitestSuite('architecture'), vitestSuite('unit')]

await runCommand(() => runSuites(suites, Boolean(process.env.CI)))
