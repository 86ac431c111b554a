import type { RemoteAccount } from '@fieldledger/accounting'
import { companyScope, type MappingRules } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import { saveRules } from './save-rules.ts'

const account = (id: string, active = true): RemoteAccount => ({
  ...{ reference: { id }, name: `Account ${id}`, role: 'expense', active },
})
const code = (id: string, rate: string) => ({ id, name: `Code ${id}`, rate })

/** A connection whose rules were saved while the account "old" and the tax codes of 17.5 % were in use. */
function saving(rules: MappingRules): Promise<MappingRules> {
  const connection = {
    ...{ id: 'c1', state: 'active', provider: 'double', ledgerCompanyId: 'l1', rules: saved },
    ledger: { taxCodes: [code('a', '20'), code('b', '20')] },
  } as unknown as ConnectionRecord
  const ports = {
    connections: { find: async () => connection, update: async () => undefined },
    wake: async () => undefined,
    connectorOf: () => undefined,
  } as unknown as ConnectionPorts
  const accounts = [account('old', false), account('new')]
  return saveRules(ports, { scope: companyScope('company-1'), connectionId: 'c1', rules, accounts })
}

const old = { id: 'old', name: 'Account old' }
const saved: MappingRules = {
  defaultExpenseAccount: old,
  costCodeAccounts: { k1: old },
  rounding: { toleranceMinor: 5, account: old },
  billTax: { as: 'line', account: old },
  taxCodes: [{ rate: '17.5', code: { id: 'gone' } }],
}

test('G-06 G-14 an archived account or code that stands at another place does not refuse the choice of a new one', async () => {
  const chosen = { ...saved, defaultExpenseAccount: { id: 'new' } }
  expect(await saving(chosen)).toEqual({
    ...saved,
    defaultExpenseAccount: { id: 'new', name: 'Account new' },
  })
  const taxCodes = [...(saved.taxCodes ?? []), { rate: '20', code: { id: 'a' } }]
  expect((await saving({ ...saved, taxCodes })).taxCodes).toEqual([
    { rate: '17.5', code: { id: 'gone' } },
    { rate: '20', code: { id: 'a', name: 'Code a' } },
  ])
})

test('an archived account or code that was not there before is refused', async () => {
  await expect(saving({ ...saved, costCodeAccounts: { k2: old } })).rejects.toMatchObject({
    code: 'account-unknown',
  })
  const taxCodes = [{ rate: '20', code: { id: 'gone' } }]
  await expect(saving({ ...saved, taxCodes })).rejects.toMatchObject({ code: 'tax-code-unknown' })
})
