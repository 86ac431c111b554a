import { answeredWithin } from '@fieldledger/storage'
import { expect, test } from 'vitest'
import { problemOf } from './problem.ts'

test('a database that did not answer in time is told as it is, with the time to come again', async () => {
  const never = new Promise<never>(() => undefined)
  const error: unknown = await answeredWithin(1, never).catch((thrown: unknown) => thrown)
  const { details, known, retryAfterSeconds } = problemOf(error)
  expect({ known, retryAfterSeconds }).toEqual({ known: false, retryAfterSeconds: 5 })
  expect(details).toMatchObject({ status: 503, code: 'database-silent', retryable: true })
  expect(details.detail).toContain('send it again as it is')
})
