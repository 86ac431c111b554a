import { StartRefused } from '../house/start-refused.ts'
import type { Suite } from './suite.ts'

/** All suites, or those named after `--`. */
export function chosenSuites(suites: Suite[], names: string[]): Suite[] {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name))
  if (unknown)
    throw new StartRefused(
      'suite',
      `There is no suite "${unknown}": name some of ${suites.map((suite) => suite.name).join(', ')}, or none for all.`,
    )
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name))
}
