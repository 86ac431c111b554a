import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../house/root.ts'
import { databaseFolder } from './database-folder.ts'
import { freshResultFile } from './results-folder.ts'
import { type HeardTool, runHeardTool } from './run-heard-tool.ts'
import type { Counts, Suite } from './suite.ts'

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')

/** One of the projects of vitest.config.ts, with those whose names begin alike. */
export const vitestSuite = (name: string): Suite => ({
  name,
  run: async () => {
    const file = freshResultFile(name)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const tool = await runHeardTool({
      script: vitest,
      arguments: ['run', '--project', `${name}*`, ...reporters],
      env: databaseFolder(),
    })
    return countsOf(file, tool)
  },
})

interface VitestResults {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

/** A file that does not even load has no test that failed, and is a failure all the same. */
function countsOf(file: string, { content, lastWords }: HeardTool): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, lastWords }
  const results: VitestResults = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: results.numPassedTests,
    failed: Math.max(results.numFailedTests, content ? 0 : 1),
    skipped: results.numPendingTests + results.numTodoTests,
    ...(content ? {} : { lastWords }),
  }
}
