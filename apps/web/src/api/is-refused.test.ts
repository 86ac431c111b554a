import { expect, test } from 'vitest'
import { ApiProblem } from './api-problem.ts'
import { isRefused } from './is-refused.ts'
import { NoConnection } from './no-connection.ts'

const problem = (code: string, status: number) =>
  new ApiProblem({ type: 'about:blank', title: code, detail: '', status, code })

test('what may have been saved all the same is not refused, and stays as it was sent', () => {
  expect([problem('values-invalid', 422), problem('database-away', 503)].map(isRefused)).toEqual([true, true])
  expect([problem('database-silent', 503), new NoConnection()].map(isRefused)).toEqual([false, false])
})
