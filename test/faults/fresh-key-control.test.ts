import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { bootStack } from '../../apps/local/src/boot-stack.ts'
import { patchedCopy } from '../../apps/local/src/stack/copy-tree.ts'
import { sendAtOnce } from '../support/graphs.ts'
import { makeSendingCompany } from '../support/make-company.ts'
import { until } from '../support/until.ts'
import { isSettled } from './chaos/is-settled.ts'
import { submitMany } from './chaos/submit-many.ts'

const patch = fileURLToPath(new URL('patches/fresh-key-per-attempt.patch', import.meta.url))
const orders = 20

test('control: with a fresh key for each attempt the same faults double documents, so the fault test can fail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldledger-control-'))
  const tree = await patchedCopy({ folder: join(folder, 'tree'), patch })
  const stack = await bootStack({
    dataFolder: join(folder, 'data'),
    tree,
    env: { FIELDLEDGER_RETRY_FIRST_MS: '100', FIELDLEDGER_QUIET_PERIOD_MS: '500' },
  })
  const client = await MongoClient.connect(stack.mongoUrl)
  try {
    const company = await makeSendingCompany({ stack, graph: sendAtOnce })
    const { ledger, realm } = company
    await ledger.setLimits({ enabled: false })
    await ledger.warnOfDoubleNumbers(realm, false)
    await ledger.fail({ realm, seed: 3, rates: { 'reset-after': 0.4 } })
    await submitMany(company, orders)
    await until({ what: 'everything settled', withinMs: 60_000 }, () => isSettled(client.db(), company.id))
    const { creates } = await ledger.books(realm)
    const numbers = creates.filter(({ kind }) => kind === 'PurchaseOrder').map(({ docNumber }) => docNumber)
    const doubled = numbers.length - new Set(numbers).size
    console.log(`fresh key for each attempt: ${doubled} of ${orders} orders were doubled`)
    expect(new Set(numbers).size).toBe(orders)
    expect(doubled).toBeGreaterThan(0)
  } finally {
    await client.close()
    await stack.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
