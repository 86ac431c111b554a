import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownSecrets } from '../../apps/local/src/data-folder/own-secrets.ts'
import { root } from '../../apps/local/src/house/root.ts'
import { backUp, putBack } from '../support/backup.ts'
import { until } from '../support/until.ts'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { openOffice } from './chaos/open-office.ts'
import { type OrderStory, submitOrder } from './chaos/order-stories.ts'
import { patiently } from './chaos/patiently.ts'
import { workersUp } from './chaos/workers-up.ts'

let scene: FaultScene
beforeAll(async () => {
  scene = await bootForFaults({})
}, 240_000)
afterAll(() => scene?.close())

test('row 21: an old backup is put back and marked: what was sent after it is found in the books, each order is there once', async () => {
  const { stack, database } = scene
  const company = await scene.makeCompany()
  const office = await openOffice(company, database)
  const settled = () =>
    until({ what: 'everything settled', withinMs: 60_000, everyMs: 300 }, () =>
      nothingIsDue(database, company.id),
    )
  const order = async (quantities: readonly number[]) => {
    const stories: OrderStory[] = []
    for (const quantity of quantities) stories.push(await submitOrder(office, quantity))
    return stories
  }

  await order([1, 2])
  await settled()
  await stack.stopServer('worker')
  const waiting = await order([3, 4, 5])
  const backup = await backUp(database)
  stack.startServer('worker')
  const lost = await order([6, 7])
  await settled()
  expect((await books(company)).numbers).toHaveLength(7)

  await stack.stopServer('worker')
  await stack.stopServer('api')
  await putBack(database, backup)
  await mark(stack)
  stack.startServer('api')
  stack.startServer('worker')
  await workersUp(stack, { database, names: ['worker'] })
  // The phone never got its answer, so it sends the same order again.
  await patiently(office.field, 'POST', `/forms/${office.formId}/submissions`, lost[0]?.request)
  await order([8])
  await settled()

  const { numbers, creates } = await books(company)
  expect(new Set(numbers).size, 'numbers in the books').toBe(8)
  expect(numbers, 'orders in the books').toHaveLength(8)
  expect(creates, 'creates that the ledger executed').toBe(8)
  const effects = await database.collection('effects').find({ companyId: company.id }).toArray()
  const stateOf = ({ request }: OrderStory) =>
    effects.find(({ submissionId }) => submissionId === request.id)?.confirmation?.verified
  expect(waiting.map(stateOf)).toEqual(['verified', 'verified', 'verified'])
  const asked = await database.collection('tasks').find({ companyId: company.id, state: 'open' }).toArray()
  expect(asked.map(({ submissionId }) => submissionId)).toEqual([lost[0]?.request.id])
})

/** A run may wait for a person, for as long as that takes. */
async function nothingIsDue(database: Db, companyId: string): Promise<boolean> {
  const moving = { companyId, $or: [{ dueAt: { $ne: null } }, { claimedBy: { $ne: null } }] }
  const [runs, effects] = await Promise.all([
    database.collection('runs').countDocuments({ state: 'active', ...moving }),
    database.collection('effects').countDocuments(moving),
  ])
  return runs + effects === 0
}

async function books(company: Awaited<ReturnType<FaultScene['makeCompany']>>) {
  const { entities, creates } = await company.ledger.books(company.realm)
  return {
    numbers: entities.PurchaseOrder.map(({ DocNumber }) => DocNumber),
    creates: creates.filter(({ kind }) => kind === 'PurchaseOrder').length,
  }
}

/** As an operator does it (docs/operations.md). */
async function mark({ mongoUrl, dataFolder }: FaultScene['stack']): Promise<void> {
  const command = join(root, 'apps', 'local', 'dist', 'migrate.js')
  const { masterKeys, authSecret } = ownSecrets(dataFolder)
  await promisify(execFile)(process.execPath, [command, '--restored'], {
    env: {
      ...process.env,
      FIELDLEDGER_DATA: dataFolder,
      FIELDLEDGER_MONGODB_URL: mongoUrl,
      FIELDLEDGER_MASTER_KEYS: masterKeys,
      FIELDLEDGER_AUTH_SECRET: authSecret,
    },
  })
}
