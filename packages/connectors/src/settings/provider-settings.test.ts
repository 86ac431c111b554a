import { expect, test } from 'vitest'
import { connectorOf, connectors } from '../connectors.ts'
import { practiceOrigins, providerSettings } from './provider-settings.ts'

const connector = connectorOf('quickbooks-online')
const server = { providers: {}, sandboxPort: 4001, publicUrl: 'https://office.example/' }
const name = (end: string) => `FIELDLEDGER_QUICKBOOKS_ONLINE_${end}`

test('practice needs no setting: it is the sandbox on this machine', () => {
  expect(providerSettings(connector, { ...server, environment: 'practice' })).toEqual({
    baseUrl: 'http://127.0.0.1:4001/quickbooks-online',
    authUrl: 'http://127.0.0.1:4001/quickbooks-online',
    booksUrl: 'http://127.0.0.1:4001/quickbooks-online/app',
    clientId: 'practice-client',
    clientSecret: 'practice-secret',
    webhookSecret: 'practice-webhook-secret',
    redirectUrl: 'https://office.example/api/v1/connections/callback/quickbooks-online',
  })
})

test('the real environments have their own hosts and need a client', () => {
  const providers = { [name('PRODUCTION_CLIENT_ID')]: 'id', [name('PRODUCTION_CLIENT_SECRET')]: 'secret' }
  const settings = providerSettings(connector, { ...server, providers, environment: 'production' })
  expect(settings).toMatchObject({
    baseUrl: 'https://quickbooks.api.intuit.com',
    authUrl: 'https://appcenter.intuit.com',
    clientId: 'id',
  })
  expect(() => providerSettings(connector, { ...server, providers, environment: 'sandbox' })).toThrow(
    name('SANDBOX_CLIENT_ID'),
  )
})

test('a certificate has an id and a key, whose line breaks may be written out', () => {
  const key = '-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----'
  const given = { [name('PRACTICE_CERTIFICATE_ID')]: 'cert-1', [name('PRACTICE_PRIVATE_KEY')]: key }
  const settings = (providers: Record<string, string>) =>
    providerSettings(connector, { ...server, providers, environment: 'practice' })
  expect(settings(given).certificate).toEqual({
    id: 'cert-1',
    privateKey: '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----',
  })
  expect(() => settings({ ...given, [name('PRACTICE_PRIVATE_KEY')]: 'abc' })).toThrow('PKCS#8')
  expect(() => settings({ [name('PRACTICE_PRIVATE_KEY')]: key })).toThrow('PRACTICE_CERTIFICATE_ID')
})

test('only practice may do without https', () => {
  const providers = {
    [name('SANDBOX_CLIENT_ID')]: 'id',
    [name('SANDBOX_CLIENT_SECRET')]: 'secret',
    [name('SANDBOX_BASE_URL')]: 'http://127.0.0.1:9',
  }
  expect(() => providerSettings(connector, { ...server, providers, environment: 'sandbox' })).toThrow('https')
})

test('the egress is allowed the practice origins only', () => {
  const providers = { [name('PRACTICE_BASE_URL')]: 'http://sandbox:8080/quickbooks-online/' }
  expect(practiceOrigins(connectors, server)).toEqual(['http://127.0.0.1:4001'])
  expect(practiceOrigins(connectors, { ...server, providers })).toEqual([
    'http://sandbox:8080',
    'http://127.0.0.1:4001',
  ])
})

test('an unknown provider is refused', () => {
  expect(() => connectorOf('__proto__')).toThrow('no connector')
})
