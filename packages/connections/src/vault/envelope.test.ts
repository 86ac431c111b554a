import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { open, SecretUnreadable, seal } from './envelope.ts'
import { type MasterKeys, MasterKeyUnknown } from './master-keys.ts'

const place = { companyId: 'company-1', connectionId: 'connection-1', provider: 'some-ledger' }

function keysOf(...ids: [string, ...string[]]): MasterKeys {
  const all = new Map(ids.map((id) => [id, randomBytes(32)]))
  return { current: { id: ids[0], key: all.get(ids[0]) ?? randomBytes(32) }, all }
}

test('a secret opens at its own place only: swapped between companies, connections or providers it does not', () => {
  const keys = keysOf('k1')
  const sealed = seal('refresh-token', { keys, place })
  expect(open(sealed, { keys, place })).toBe('refresh-token')
  for (const other of [{ companyId: 'company-2' }, { connectionId: 'connection-2' }, { provider: 'other' }])
    expect(() => open(sealed, { keys, place: { ...place, ...other } })).toThrow(SecretUnreadable)
})

test('two seals of one secret share nothing, and no part of it stands in clear', () => {
  const keys = keysOf('k1')
  const one = seal('refresh-token', { keys, place })
  const other = seal('refresh-token', { keys, place })
  expect(one.ciphertext).not.toBe(other.ciphertext)
  expect(one.wrappedKey).not.toBe(other.wrappedKey)
  expect(Buffer.from(one.ciphertext, 'base64').toString('latin1')).not.toContain('refresh')
})

test('a changed byte, or the data key of another secret, does not open', () => {
  const keys = keysOf('k1')
  const sealed = seal('refresh-token', { keys, place })
  const other = seal('something-else', { keys, place })
  const flipped = Buffer.from(sealed.ciphertext, 'base64')
  flipped[0] = (flipped[0] ?? 0) ^ 1
  expect(() => open({ ...sealed, ciphertext: flipped.toString('base64') }, { keys, place })).toThrow(
    SecretUnreadable,
  )
  const { wrappedKey, wrapIv, wrapTag } = other
  expect(() => open({ ...sealed, wrappedKey, wrapIv, wrapTag }, { keys, place })).toThrow(SecretUnreadable)
})

test('an old master key still opens after a new one came first; a missing one is named', () => {
  const old = keysOf('k1')
  const sealed = seal('refresh-token', { keys: old, place })
  const rotated = keysOf('k2')
  const both = { current: rotated.current, all: new Map([...rotated.all, ...old.all]) }
  expect(open(sealed, { keys: both, place })).toBe('refresh-token')
  expect(() => open(sealed, { keys: rotated, place })).toThrow(MasterKeyUnknown)
})
