import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { behavioursPage } from './behaviours-page.ts'
import { judgeBehaviours } from './judge-behaviours.ts'
import { readPlaywrightResults } from './read-playwright-results.ts'
import { readVitestResults } from './read-vitest-results.ts'
import { requiredBehaviours } from './required-behaviours.ts'
import type { Behaviour, Layer, ShownTest } from './shown-test.ts'

const [root = '.'] = process.argv.slice(2)
const layers: Layer[] = ['architecture', 'unit', 'integration', 'faults']

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const resultsOf = (suite: string) => join(root, 'test-results', `${suite}.json`)

const tests: ShownTest[] = [
  ...layers
    .filter((layer) => existsSync(resultsOf(layer)))
    .flatMap((layer) => readVitestResults({ root, layer, results: json(resultsOf(layer)) })),
  ...(existsSync(resultsOf('scenarios'))
    ? readPlaywrightResults({ root, results: json(resultsOf('scenarios')) })
    : []),
]
const behaviours: Behaviour[] = json(join(root, 'test', 'fixtures', 'behaviours.json')).rows
const findings = { required: requiredBehaviours, behaviours, tests }

writeFileSync(join(root, 'docs', 'behaviours.md'), behavioursPage(findings))
const problems = judgeBehaviours(findings)
for (const problem of problems) console.error(problem)
console.log(`docs/behaviours.md written; ${problems.length} behaviours are not shown as they must be.`)
process.exitCode = problems.length > 0 ? 1 : 0
