import { expect, test } from 'vitest'
import { sampleForm } from '../testing/step-context.ts'
import { type HttpRequestConfig, httpRequest } from './definition.ts'

const scope = {
  form: { ...sampleForm, fields: [{ kind: 'text' as const, id: 'f_memo001', label: 'Memo' }] },
  connections: [],
  secrets: [{ name: 'key', origin: 'https://api.example.com' }],
  outletsConnected: ['next'],
}
const good: HttpRequestConfig = {
  method: 'POST',
  url: 'https://api.example.com/orders/{number}',
  headers: [{ name: 'Authorization', value: 'Bearer {secret:key}' }],
  format: 'json',
  body: '{"memo":"{f_memo001}"}',
}
const codes = (change: Partial<HttpRequestConfig>) =>
  httpRequest.problems({ ...good, ...change }, scope).map(({ code }) => code)
const header = (name: string, value = 'x') => ({ headers: [{ name, value }] })

test('a complete request has no problem, a freshly placed one asks for its address alone', () => {
  expect(codes({})).toEqual([])
  const fresh = httpRequest.initial({ formType: 'purchase-order' })
  expect(httpRequest.problems(fresh, scope).map(({ code }) => code)).toEqual(['no-url'])
})

test.each<[Partial<HttpRequestConfig>, string]>([
  [{ url: '' }, 'no-url'],
  [{ url: 'http://api.example.com', headers: [] }, 'not-https'],
  [{ url: 'ftp://api.example.com', headers: [] }, 'not-https'],
  [{ url: 'https://{f_memo001}/orders', headers: [] }, 'placeholder-in-host'],
  [{ url: 'https://me:pw@api.example.com', headers: [] }, 'sign-in-in-url'],
  [{ url: 'https://api.example.com/?key={secret:key}' }, 'secret-in-url'],
  [{ url: 'https://api.example.com/{__proto__}' }, 'unknown-placeholder'],
  [{ url: 'https://other.example.com/' }, 'secret-elsewhere'],
  [header('Authorization', '{secret:gone}'), 'secret-missing'],
  [header('X-Memo', '{constructor}'), 'unknown-placeholder'],
  [header('Bad name'), 'header-name'],
  [header('Host'), 'header-ours'],
  [header('Idempotency-Key'), 'header-ours'],
  [header('X-Memo', 'a\nb'), 'header-value'],
  [{ headers: [...header('X-A').headers, ...header('x-a').headers] }, 'header-twice'],
  [{ body: '{"memo":{f_memo001}}' }, 'not-json'],
  [{ body: '{"memo":"{f_gone001}"}' }, 'unknown-placeholder'],
  [{ body: '{"memo":"{secret:key}"}' }, 'unknown-placeholder'],
  [{ body: '{"__proto__":"x"}' }, 'key-refused'],
  [{ format: 'text', body: '{f_gone001}' }, 'unknown-placeholder'],
])('%o is refused before publishing as %s', (change, code) => {
  expect(codes(change)).toContain(code)
})

test('this machine is only a warning, since a practice company may call it', () => {
  const [found] = httpRequest.problems({ ...good, url: 'http://127.0.0.1:4002/hook', headers: [] }, scope)
  expect(found).toMatchObject({ code: 'this-machine', severity: 'warning' })
})
