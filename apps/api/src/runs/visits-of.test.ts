import type { StepResult } from '@fieldledger/runtime'
import type { Graph, Token } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { visitsOf } from './visits-of.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 26, 12, 0, second))
const step = (name: string) => ({ kind: 'http-request', name, config: {} })
const graph: Graph = {
  steps: { s_start: step('Start'), s_call: step('Call'), s_rest: step('Rest') },
  edges: [
    { id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_call' },
    { id: 'e_bbbb', from: { step: 's_call', outlet: 'failed' }, to: 's_rest' },
  ],
}
const error = { code: 'no-answer', message: 'Nobody answered: it is tried again.', retryable: true }
const result = (stepId: string, second: number, left: Partial<StepResult>): StepResult => ({
  runId: 'r',
  submissionId: 's',
  stepId,
  visit: 1,
  outcome: 'leave',
  at: at(second),
  ...left,
})
const begun = result('s_start', 1, { outlet: 'next', output: { n: 7 } })
const used = [{ name: 'Address', value: 'https://api.example.com' }]
const failedOnce = result('s_call', 3, { outcome: 'fail', failure: 1, error, used })

function visits(token: Token, results: readonly StepResult[]) {
  const run = { state: 'active' as const, dueAt: null, startedAt: at(0), tokens: [token] }
  return visitsOf({ run, graph, results, tasks: [], effects: [] })
}

test('a step that failed says how often, why, since when and when it is tried again', () => {
  const token: Token = { id: '1', stepId: 's_call', visit: 1, since: at(1), failures: 1, retryAt: at(40) }
  expect(visits(token, [begun, failedOnce])).toMatchObject([
    { stepId: 's_start', state: 'left', output: { n: 7 }, leftAt: at(1).toISOString() },
    {
      stepId: 's_call',
      state: 'retries',
      used,
      arrivedAt: at(1).toISOString(),
      nextAt: at(40).toISOString(),
      failures: [{ at: at(3).toISOString(), message: error.message }],
    },
  ])
})

test('after its last failure the run goes by the failed outlet, and waits where that leads', () => {
  const token: Token = { id: '1', stepId: 's_rest', visit: 1, since: at(3) }
  const [, call, rest] = visits(token, [begun, failedOnce])
  expect(call).toMatchObject({ state: 'failed', arrivedAt: at(1).toISOString(), leftAt: at(3).toISOString() })
  expect(rest).toMatchObject({ stepId: 's_rest', state: 'waits', arrivedAt: at(3).toISOString() })
})
