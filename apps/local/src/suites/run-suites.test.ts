import { afterEach, expect, test, vi } from 'vitest'
import { StartRefused } from '../house/start-refused.ts'
import { runSuites } from './run-suites.ts'

const lines: string[] = []
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
afterEach(() => void lines.splice(0))

const suite = (name: string, passed: number, failed: number, skipped: number) => ({
  name,
  run: async () => ({ passed, failed, skipped }),
})

test('the last line sums all runners', async () => {
  expect(await runSuites([suite('unit', 10, 0, 0), suite('scenarios', 3, 0, 1)], false)).toBe(0)
  expect(lines.at(-1)).toBe('13 passed, 0 failed, 1 skipped')
})

test('a failure in any runner fails the run, and the others run all the same', async () => {
  expect(await runSuites([suite('types', 0, 1, 0), suite('unit', 4, 0, 0)], false)).toBe(1)
  expect(lines.at(-1)).toBe('4 passed, 1 failed, 0 skipped')
})

test('under CI a skip is a failure', async () => {
  expect(await runSuites([suite('unit', 4, 0, 1)], true)).toBe(1)
})

test('a suite that cannot run says why and counts as failed', async () => {
  const refused = {
    name: 'scenarios',
    run: () => Promise.reject(new StartRefused('no-chromium', 'No Chromium was found.')),
  }
  expect(await runSuites([refused, suite('unit', 1, 0, 0)], false)).toBe(1)
  expect(lines).toContain('No Chromium was found.')
  expect(lines.at(-1)).toBe('1 passed, 1 failed, 0 skipped')
})

test('how the output of a failed suite ended is said once more, right above the table', async () => {
  const lastWords = ['FAIL row 3', 'expected 1 to be 2']
  const failed = { name: 'faults', run: async () => ({ passed: 3, failed: 1, skipped: 0, lastWords }) }
  await runSuites([failed, suite('scenarios', 9, 0, 0)], false)
  const from = lines.indexOf('\n── faults failed; its output ended so ──')
  expect(lines.slice(from + 1, from + 4)).toEqual([...lastWords, ''])
})
