import { say } from '../house/say.ts'
import { StartRefused } from '../house/start-refused.ts'
import type { Counts, Suite, SuiteReport } from './suite.ts'

/** Runs the suites one after the other, all of them, and closes with one line over all runners. */
export async function runSuites(suites: Suite[], ci: boolean): Promise<number> {
  const reports: SuiteReport[] = []
  for (const suite of suites) {
    say(`\n── ${suite.name} ──`)
    const since = performance.now()
    const counts = await countsOf(suite)
    reports.push({ name: suite.name, seconds: (performance.now() - since) / 1000, ...counts })
  }
  for (const report of reports) repeatLastWords(report)
  say('')
  for (const report of reports) say(lineOf(report))
  const { passed, failed, skipped } = sum(reports)
  if (ci && skipped > 0) say('Under CI a skipped test is a failure.')
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed > 0 || (ci && skipped > 0) ? 1 : 0
}

/** A suite that cannot run says why, counts as failed, and lets the others run. */
async function countsOf(suite: Suite): Promise<Counts> {
  try {
    return await suite.run()
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    say(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Where only the end of a long output is kept, what failed in an early suite would be lost. */
function repeatLastWords({ name, lastWords }: SuiteReport): void {
  if (lastWords === undefined) return
  say(`\n── ${name} failed; its output ended so ──`)
  for (const line of lastWords) say(line)
}

function lineOf({ name, seconds, passed, failed, skipped }: SuiteReport): string {
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`
  return `${name.padEnd(14)} ${seconds.toFixed(1).padStart(7)} s   ${counts}`
}

export function sum(reports: Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of reports) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}
