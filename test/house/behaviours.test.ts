import { expect, test } from 'vitest'
import { behavioursPage } from '../reporter/behaviours-page.ts'
import { judgeBehaviours } from '../reporter/judge-behaviours.ts'
import { readPlaywrightResults } from '../reporter/read-playwright-results.ts'
import { readVitestResults } from '../reporter/read-vitest-results.ts'
import { requiredBehaviours } from '../reporter/required-behaviours.ts'
import type { ShownTest } from '../reporter/shown-test.ts'

// Ids are put together here, lest this file pass for a test that shows them.
const rule = ['S4', '16'].join('-')
const seen = ['S4', '10'].join('-')
const behaviours = [
  { id: rule, kind: 'R', text: 'complete' },
  { id: seen, kind: 'U', text: 'slider | opens' },
]
const shown = (title: string, facts: Partial<ShownTest> = {}): ShownTest => ({
  title,
  file: 'test/a.test.ts',
  layer: 'unit',
  outcome: 'passed',
  ...facts,
})
const judge = (tests: ShownTest[]) => judgeBehaviours({ required: [rule, seen], behaviours, tests })

test('all is well when a rule has a test and an interface row a browser test', () => {
  expect(judge([shown(`${rule} complete`), shown(`${seen} opens`, { layer: 'browser' })])).toEqual([])
})

test('a missing behaviour is named', () => {
  expect(judge([shown(`${seen} opens`, { layer: 'browser' })])).toEqual([
    `${rule} is shown by no passing test.`,
  ])
})

test('a failed test shows nothing, a skipped one is named', () => {
  const tests = [
    shown(`${rule} a`, { outcome: 'failed' }),
    shown(`${seen} b`, { outcome: 'skipped', layer: 'browser' }),
  ]
  expect(judge(tests)).toEqual([
    `${rule} is shown by no passing test.`,
    `${seen} is skipped in test/a.test.ts.`,
    `${seen} is shown by no passing test.`,
  ])
})

test('an interface row that only a unit test shows is not enough', () => {
  expect(judge([shown(`${rule} a`), shown(`${seen} b`)])).toEqual([
    expect.stringContaining('no browser test shows it'),
  ])
})

test('four ids on one test are too many, and an id that does not exist is named', () => {
  const many = ['01', '02', '03', '04'].map((number) => ['S4', number].join('-')).join(' ')
  const problems = judge([shown(`${rule} a`), shown(`${seen} b`, { layer: 'browser' }), shown(many)])
  expect(problems[0]).toContain('carries 4 ids; 3 at most.')
  expect(problems[1]).toContain('There is no behaviour')
})

test('the page names each test with its layer and is the same each time', () => {
  const page = behavioursPage({ required: [rule], behaviours, tests: [shown(`${rule} complete`)] })
  expect(page).toContain(`| ${rule} | R | complete | ${rule} complete — \`test/a.test.ts\` (unit) |`)
  expect(page).not.toContain(seen)
})

test('results of both runners are read', () => {
  const results = {
    testResults: [
      { name: '/repo/packages/a.test.ts', assertionResults: [{ fullName: 'a b', status: 'pending' }] },
    ],
  }
  expect(readVitestResults({ root: '/repo', layer: 'unit', results })).toEqual([
    { title: 'a b', file: 'packages/a.test.ts', layer: 'unit', outcome: 'skipped' },
  ])
  const inner = { title: 'group', file: 'a.spec.ts', specs: [{ title: 'x', tests: [{ status: 'flaky' }] }] }
  const suites = [{ title: 'a.spec.ts', file: 'a.spec.ts', specs: [], suites: [inner] }]
  expect(
    readPlaywrightResults({ root: '/repo', results: { config: { rootDir: '/repo/test' }, suites } }),
  ).toEqual([{ title: 'group x', file: 'test/a.spec.ts', layer: 'browser', outcome: 'failed' }])
})

test('one hundred and thirty-eight behaviours are asked for by now', () => {
  expect(requiredBehaviours).toHaveLength(138)
})
