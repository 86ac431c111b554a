import { randomBytes } from 'node:crypto'
import { type ConnectionTarget, type ConnectionTokens, ReconnectNeeded } from '@fieldledger/accounting'
import { SecretUnreadable } from '@fieldledger/connections'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createDatabaseTokenVault } from './token-vault.ts'

const clock = { now: () => new Date(), monotonic: () => performance.now() }
const masterKeys = [{ id: 'k1', key: randomBytes(32) }]
let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const vault = () => createDatabaseTokenVault({ database, masterKeys, clock })

/** A ledger that takes each refresh token once and withdraws everything when one comes twice. */
function rotatingLedger() {
  const state = { current: 'refresh-0', exchanges: 0, revoked: false }
  const exchange = async (refreshToken: string): Promise<ConnectionTokens> => {
    await new Promise((resolve) => setImmediate(resolve))
    if (state.revoked || refreshToken !== state.current) {
      state.revoked = true
      throw new ReconnectNeeded('The refresh token was used before: connect again.')
    }
    state.exchanges += 1
    state.current = `refresh-${state.exchanges}`
    return tokens(state.current)
  }
  return { state, exchange }
}

function tokens(refreshToken: string): ConnectionTokens {
  return {
    accessToken: `access-of-${refreshToken}`,
    refreshToken,
    accessExpiresIn: 3600,
    refreshExpiresIn: 8_640_000,
  }
}

async function connected(): Promise<ConnectionTarget> {
  const target: ConnectionTarget = {
    id: v7(),
    companyId: v7(),
    provider: 'some-ledger',
    environment: 'practice',
    ledgerCompanyId: '4620',
    currency: 'USD',
  }
  await createConnectionRepository(database).insert({
    ...target,
    name: 'Books',
    state: 'active',
    rules: { costCodeAccounts: {} },
    createdAt: new Date(),
  })
  await vault().keep(target, tokens('refresh-0'))
  return target
}

test('20 racing refreshes make exactly one exchange, and all get the new token', async () => {
  const target = await connected()
  const ledger = rotatingLedger()
  const stale = await vault().read(target)
  const got = await Promise.all(
    Array.from({ length: 20 }, () => vault().refresh(target, { stale, exchange: ledger.exchange })),
  )
  expect(ledger.state).toMatchObject({ exchanges: 1, revoked: false })
  expect(new Set(got.map(({ accessToken }) => accessToken))).toEqual(new Set(['access-of-refresh-1']))
  expect((await vault().read(target)).refreshToken).toBe('refresh-1')
})

test('the new token is stored before anybody uses it', async () => {
  const target = await connected()
  const ledger = rotatingLedger()
  const fresh = await vault().refresh(target, {
    stale: await vault().read(target),
    exchange: ledger.exchange,
  })
  expect(await vault().read(target)).toEqual(fresh)
})

test('a refused refresh token sends the connection to a person, and is asked for once', async () => {
  const target = await connected()
  const ledger = rotatingLedger()
  ledger.state.revoked = true
  const stale = await vault().read(target)
  await expect(vault().refresh(target, { stale, exchange: ledger.exchange })).rejects.toThrow(ReconnectNeeded)
  const connection = await createConnectionRepository(database).find(
    companyScope(target.companyId),
    target.id,
  )
  expect(connection?.state).toBe('needs-reconnect')
})

test('a ciphertext that was moved to another company does not open there', async () => {
  const [mine, theirs] = [await connected(), await connected()]
  const { secrets } = defineConnectionModels(database.connection)
  const stolen = await secrets.findOne({ companyId: mine.companyId, _id: mine.id }).lean()
  await secrets.updateOne(
    { companyId: theirs.companyId, _id: theirs.id },
    { $set: { sealed: stolen?.sealed ?? {} } },
  )
  await expect(vault().read(theirs)).rejects.toThrow(SecretUnreadable)
})

test('forgetting erases the secret; connecting again goes on with a higher version', async () => {
  const target = await connected()
  const before = await vault().read(target)
  await vault().forget(target)
  await expect(vault().read(target)).rejects.toThrow(ReconnectNeeded)
  const { secrets } = defineConnectionModels(database.connection)
  const row = await secrets.findOne({ companyId: target.companyId, _id: target.id }).lean()
  expect(row?.sealed).toBeUndefined()
  await vault().keep(target, tokens('refresh-new'))
  expect((await vault().read(target)).version).toBeGreaterThan(before.version)
})
