import type { ConnectionView } from '@fieldledger/contract'
import { afterAll, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours } = stage
const { session } = ours.people.admin
const path = `/connections/${ours.records.connections}`
const read = async () => (await session('GET', path)).body as unknown as ConnectionView
const save = (sending: object) => session('PUT', `${path}/settings`, { sending })

test('S0-03 S0-25 S1-01 a document type that is switched on stays on, beside the account rules, and is audited', async () => {
  expect((await read()).sending).toBeUndefined()
  const sending = { approved: ['purchase-order'], changed: [] }
  expect((await save(sending)).status).toBe(200)
  const after = await read()
  expect(after.sending).toEqual(sending)
  expect(after.rules).toEqual({ costCodeAccounts: {} })
  const { rows } = (await session('GET', '/audit')).body as unknown as { rows: { after?: object }[] }
  expect(rows[0]).toMatchObject({ after: { sending } })
})

test('what the ledger cannot take is not switched on', async () => {
  const refused = await save({ approved: ['payment'], changed: [] })
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('document-not-offered')
  expect((await read()).sending?.approved).toEqual(['purchase-order'])
})
