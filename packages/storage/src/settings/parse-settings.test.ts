import { describe, expect, test } from 'vitest'
import { parseHouseSettings, parseSettings } from './parse-settings.ts'
import { providerSettings } from './provider-settings.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const complete = {
  FIELDLEDGER_MONGODB_URL: 'mongodb://127.0.0.1:27017/fieldledger',
  FIELDLEDGER_AUTH_SECRET: 'a'.repeat(40),
  FIELDLEDGER_MASTER_KEYS: `k1:${key}`,
  FIELDLEDGER_DATA: '/data',
}

describe('settings', () => {
  test('an empty environment gives the usual ports on loopback', () => {
    expect(parseHouseSettings({})).toMatchObject({
      port: 4000,
      sandboxPort: 4001,
      host: '127.0.0.1',
      practice: true,
      publicUrl: 'http://127.0.0.1:4000',
    })
  })

  test('a server gets its keys as bytes', () => {
    const settings = parseSettings({ ...complete, PORT: '5000' })
    expect(settings.port).toBe(5000)
    expect(settings.masterKeys).toEqual([{ id: 'k1', key: Buffer.alloc(32, 7) }])
  })

  test('an unknown name is refused with where to look', () => {
    expect(() => parseHouseSettings({ FIELDLEDGER_PROT: '1' })).toThrow(
      'There is no setting FIELDLEDGER_PROT: look for the right name in docs/operations.md, or unset it.',
    )
  })

  test.each([
    ['PORT', 'many', 'a port number'],
    ['PORT', '70000', 'a port number'],
    ['FIELDLEDGER_PRACTICE', 'perhaps', 'on or off'],
    ['FIELDLEDGER_MASTER_KEYS', 'k1:short', '32 bytes'],
    ['FIELDLEDGER_PUBLIC_URL', 'ftp://x', 'http:// or https://'],
    ['FIELDLEDGER_LOG_LEVEL', 'loud', 'debug, info'],
  ])('%s=%s is refused with what is expected', (name, value, expected) => {
    expect(() => parseHouseSettings({ [name]: value })).toThrow(expected)
    expect(() => parseHouseSettings({ [name]: value })).toThrow(name)
  })

  test('a server without its database address says which setting is missing', () => {
    expect(() => parseSettings({})).toThrow('FIELDLEDGER_MONGODB_URL is missing')
  })

  test('provider settings are known by their shape', () => {
    const settings = parseHouseSettings({ FIELDLEDGER_SOME_LEDGER_SANDBOX_CLIENT_ID: 'abc' })
    expect(settings.providers).toEqual({ 'some-ledger': { sandbox: { clientId: 'abc' } } })
  })

  test('practice stands on the practice ledgers unless told otherwise', () => {
    const settings = parseHouseSettings({ FIELDLEDGER_SANDBOX_PORT: '4100' })
    expect(providerSettings({ settings, provider: 'some-ledger', environment: 'practice' })).toMatchObject({
      baseUrl: 'http://127.0.0.1:4100/some-ledger',
    })
    expect(providerSettings({ settings, provider: 'some-ledger', environment: 'production' })).toEqual({})
  })
})
