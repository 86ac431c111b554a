import { companyScope } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { createStepRequests } from './create-step-requests.ts'

/** A practice company, which may call one origin of this machine, without secrets. */
const requests = createStepRequests({
  secrets: {
    list: async () => [],
    save: async () => undefined,
    remove: async () => false,
    open: async () => new Map(),
  },
  people: {
    company: async () => ({ id: 'c', name: 'C', practice: true, currency: 'USD', timeZone: 'UTC' }),
  },
  practiceOrigin: 'http://127.0.0.1:4002',
})
const send = (url: string, secret?: string) =>
  requests.send({
    scope: companyScope('c'),
    request: {
      method: 'GET',
      url,
      headers: secret === undefined ? [] : [{ name: 'Authorization', value: [{ secret }] }],
    },
    idempotencyKey: 'run-step-1',
  })

test.each([
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0xA9FEA9FE/',
  'https://0xa9.0xfe.0xa9.0xfe/',
  'https://0251.0376.0251.0376/',
  'https://169.254.43518/',
  'https://169.16689662/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[2002:a9fe:a9fe::]/',
  'https://169.254.169.254./',
  'https://①⑥⑨.②⑤④.①⑥⑨.②⑤④/',
  'https://localhost/',
  'https://10.0.0.1/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
])('%s is called by nobody, in whatever spelling', async (url) => {
  expect(await send(url)).toMatchObject({ state: 'failed', code: 'destination-refused', retryable: false })
})

test('what is no address, and a secret that is not there, fail with a sentence', async () => {
  expect(await send('https://')).toMatchObject({ state: 'failed', code: 'not-an-address' })
  expect(await send('https://api.example.com/', 'gone')).toEqual({
    state: 'failed',
    code: 'secret-missing',
    message: 'The company has no secret "gone": add it under Company, then try again.',
    retryable: false,
  })
})
