import { join, relative } from 'node:path'
import type { ShownTest } from './shown-test.ts'

interface PlaywrightSuite {
  title: string
  file: string
  specs: { title: string; tests: { status: string }[] }[]
  suites?: PlaywrightSuite[]
}

export interface PlaywrightResults {
  config: { rootDir: string }
  suites: PlaywrightSuite[]
}

export function readPlaywrightResults(options: { root: string; results: PlaywrightResults }): ShownTest[] {
  const { root, results } = options
  const fileOf = (suite: PlaywrightSuite) => relative(root, join(results.config.rootDir, suite.file))
  const read = (suite: PlaywrightSuite, titles: string[]): ShownTest[] => [
    ...suite.specs.map((spec) => ({
      title: [...titles, spec.title].join(' '),
      file: fileOf(suite),
      layer: 'browser' as const,
      outcome: outcomeOf(spec.tests),
    })),
    ...(suite.suites ?? []).flatMap((inner) => read(inner, [...titles, inner.title])),
  ]
  return results.suites.flatMap((suite) => read(suite, []))
}

/** Flaky is not passed: it failed once. */
function outcomeOf(tests: { status: string }[]): ShownTest['outcome'] {
  if (tests.some(({ status }) => status === 'unexpected' || status === 'flaky')) return 'failed'
  return tests.length > 0 && tests.every(({ status }) => status === 'expected') ? 'passed' : 'skipped'
}
