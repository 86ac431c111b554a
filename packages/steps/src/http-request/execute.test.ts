import type { FormContent, SubmissionValues } from '@fieldledger/forms'
import type { StepAnswer, StepRequest } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { sampleForm, stepContext } from '../testing/step-context.ts'
import type { HttpRequestConfig } from './definition.ts'
import { execute } from './execute.ts'

const form: FormContent = {
  ...sampleForm,
  fields: [
    { kind: 'text', id: 'f_memo001', label: 'Memo' },
    { kind: 'number', id: 'f_hours01', label: 'Hours' },
    { kind: 'yes-no', id: 'f_urgent1', label: 'Urgent' },
    {
      kind: 'choose',
      id: 'f_vendor1',
      label: 'Vendor',
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    {
      kind: 'material-table',
      id: 'f_lines01',
      label: 'Lines',
      columns: { unit: true, tax: false, costCode: false, account: false },
    },
  ],
}
const fine: StepAnswer = { state: 'answered', status: 200, contentType: 'text/plain', text: 'ok' }

/** Executes the step and tells what left, and what came of it. */
async function take(config: Partial<HttpRequestConfig>, values: SubmissionValues = {}, answer = fine) {
  const left: StepRequest[] = []
  const context = stepContext({
    form,
    submission: { values },
    given: { gate: '4 "north"' },
    names: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    request: async (request) => {
      left.push(request)
      return answer
    },
  })
  const whole: HttpRequestConfig = {
    method: 'POST',
    url: 'https://api.example.com/orders',
    headers: [],
    format: 'json',
    body: '',
    ...config,
  }
  return { outcome: await execute(whole, context), left }
}

test('values of the form are filled into address, headers and body, secrets stay names', async () => {
  const { outcome, left } = await take(
    {
      url: 'https://api.example.com/orders/{number}?memo={f_memo001}',
      headers: [{ name: 'Authorization', value: 'Bearer {secret:key} for {currency}' }],
      body: '{"vendor":"{f_vendor1}","hours":"{f_hours01}","urgent":"{f_urgent1}","note":"{f_memo001}: {total}"}',
    },
    { f_memo001: 'a&b/c', f_hours01: '7.5', f_urgent1: true, f_vendor1: ['v1'] },
  )
  expect(left).toEqual([
    {
      method: 'POST',
      url: 'https://api.example.com/orders/PO-2026-0001?memo=a%26b%2Fc',
      headers: [
        { name: 'Authorization', value: ['Bearer ', { secret: 'key' }, ' for ', 'USD', ''] },
        { name: 'Content-Type', value: ['application/json'] },
      ],
      body: '{"vendor":"Name of v1","hours":7.5,"urgent":true,"note":"a&b/c: 1000.00"}',
    },
  ])
  expect(outcome).toMatchObject({ next: 'leave', outlet: 'next', output: { status: 200, text: 'ok' } })
})

test('whoever looks at the run sees what was sent, and no secret, stored or typed', async () => {
  const { outcome } = await take(
    {
      url: 'https://api.example.com/orders/{number}?api_key=typed-one&memo={f_memo001}',
      headers: [
        { name: 'X-Company', value: 'of {currency} {secret:key}' },
        { name: 'X-Auth', value: 'typed-two' },
      ],
      body: '{"hours":"{f_hours01}","password":"typed-three"}',
    },
    { f_memo001: 'a b', f_hours01: '7.5' },
  )
  expect('used' in outcome ? outcome.used : []).toEqual([
    { name: 'Method', value: 'POST' },
    { name: 'Address', value: 'https://api.example.com/orders/PO-2026-0001?api_key=(hidden)&memo=a%20b' },
    { name: 'X-Company', value: 'of USD (hidden)' },
    { name: 'X-Auth', value: '(hidden)' },
    { name: 'Content-Type', value: 'application/json' },
    { name: 'What is sent', value: '{"hours":7.5,"password":"(hidden)"}' },
  ])
  expect(JSON.stringify(outcome)).not.toMatch(/typed-|"key"/)
})

test('names in the catalogue are looked up for what the request says, and for nothing else', async () => {
  const asked: string[][] = []
  const lookUp = (body: string) =>
    execute(
      { method: 'POST', url: 'https://api.example.com', headers: [], format: 'json', body },
      stepContext({
        form,
        submission: { values: { f_vendor1: ['v1'] } },
        names: async (ids) => {
          asked.push([...ids])
          return new Map()
        },
        request: async () => fine,
      }),
    )
  await lookUp('{"number":"{number}"}')
  await lookUp('{"vendor":"\\u007bf_vendor1}"}')
  expect(asked).toEqual([['v1']])
})

test('values of the message that started the run are passed on; one that it did not give is empty, none is inherited', async () => {
  const { left } = await take({
    url: 'https://api.example.com/{given:gate}',
    body: '{"gate":"{given:gate}","date":"{given:date}","odd":"{given:constructor}"}',
  })
  expect(left).toMatchObject([
    {
      url: 'https://api.example.com/4%20%22north%22',
      body: JSON.stringify({ gate: '4 "north"', date: '', odd: '' }),
    },
  ])
})

test('a table stands in a JSON body as a list of its lines', async () => {
  const rows = [{ id: 'r1', description: 'Pipe', quantity: '2', unit: 'm', unitPrice: '0.125' }]
  const { left } = await take({ body: '{"lines":"{f_lines01}"}' }, { f_lines01: rows })
  expect(left[0]?.body).toBe('{"lines":[{"description":"Pipe","quantity":2,"unit":"m","unitPrice":0.125}]}')
})

test('a value can neither change the shape of a JSON body nor be taken for a placeholder', async () => {
  const said = '","admin":true,"x":"{secret:key}{number}'
  const { left } = await take({ body: '{"note":"<{f_memo001}>"}' }, { f_memo001: said })
  expect(JSON.parse(left[0]?.body ?? '')).toEqual({ note: `<${said}>` })
})

test.each(['{__proto__}', '{constructor}', '{toString}', '{f_other99}', '{secret:key}', '{f_lines01}'])(
  'the placeholder %s leads nowhere: nothing leaves',
  async (name) => {
    const { outcome, left } = await take({ format: 'text', body: name }, { f_lines01: [] })
    expect(outcome).toMatchObject({ next: 'fail', error: { code: 'unknown-placeholder', retryable: false } })
    expect(left).toEqual([])
  },
)

test.each([
  [{ url: 'https://api.example.com/a/{f_memo001}/b' }, '..', 'path-climbs'],
  [{ headers: [{ name: 'X-Memo', value: '{f_memo001}' }] }, 'a\r\nX-Admin: 1', 'header-unfit'],
  [{ body: '{"__proto__":{"a":"{f_memo001}"}}' }, 'x', 'key-refused'],
])('a value that would lead elsewhere is refused: %o', async (config, memo, code) => {
  const { outcome, left } = await take(config, { f_memo001: memo })
  expect(outcome).toMatchObject({ next: 'fail', error: { code } })
  expect(left).toEqual([])
})

test.each([
  [301, false],
  [404, false],
  [422, false],
  [429, true],
  [503, true],
])('an answer %i leaves by the failed outlet', async (status, retryable) => {
  const { outcome } = await take({}, {}, { ...fine, status, text: 'no such order' })
  expect(outcome).toMatchObject({ next: 'fail', error: { retryable }, stamps: [{ code: 'request-failed' }] })
})

test('what is kept of a long answer is capped', async () => {
  const { outcome } = await take({}, {}, { ...fine, text: 'x'.repeat(100_000) })
  expect(outcome).toMatchObject({ output: { text: 'x'.repeat(16_384), cut: true } })
})

test('a GET carries no body', async () => {
  const { left } = await take({ method: 'GET', body: '{"a":1}' })
  expect(left[0]).toEqual({ method: 'GET', url: 'https://api.example.com/orders', headers: [] })
})
