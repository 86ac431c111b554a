import { fileURLToPath } from 'node:url'
import type { Graph } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fivePureSteps } from '../support/graphs.ts'
import type { SendingCompany } from '../support/make-company.ts'
import { publishForm } from '../support/publish-form.ts'
import { until } from '../support/until.ts'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { openOffice } from './chaos/open-office.ts'
import { submitOrder } from './chaos/order-stories.ts'
import { submitMany } from './chaos/submit-many.ts'
import { type AttentionRow, databaseTime, toldWithinSixty } from './chaos/told-within-sixty.ts'

const patch = fileURLToPath(new URL('patches/poison-step.patch', import.meta.url))
const crashesAllowed = 5
let scene: FaultScene

beforeAll(async () => {
  // A document of unknown outcome is sent eight times before a person is asked: in seconds, not in ten minutes.
  scene = await bootForFaults({ patch, env: { FIELDLEDGER_RETRY_LONGEST_MS: '500' } })
}, 240_000)

afterAll(() => scene?.close())

test('row 14: a form whose step ends every process that runs it is set aside after five crashes, a person is told, and the others go on', async () => {
  const { stack, database } = scene
  const company = await scene.makeCompany()
  const admin = await company.as('admin')
  const office = await openOffice(company, database)
  const poisoned = await publishForm(admin, { graph: poisonedSteps() })
  const before = stack.restarts('worker')
  const poison = await submitOrder({ ...office, formId: poisoned.id, formVersion: poisoned.version }, 1)
  const healthy = [await submitOrder(office, 2), await submitOrder(office, 3)]

  const runs = database.collection<{ submissionId: string; state: string }>('runs')
  const stateOf = async (id: string) => (await runs.findOne({ submissionId: id }))?.state
  let lastCrashAt: Date | undefined
  await until({ what: 'the poisoned form was set aside', withinMs: 180_000 }, async () => {
    if (stack.restarts('worker') - before >= crashesAllowed) lastCrashAt ??= await databaseTime(database)
    return (await stateOf(poison.request.id)) === 'quarantined'
  })
  const crashes = stack.restarts('worker') - before
  expect(crashes).toBeLessThanOrEqual(crashesAllowed + 1)
  await until({ what: 'the healthy forms were finished', withinMs: 60_000 }, async () => {
    const states = await Promise.all(healthy.map(({ request }) => stateOf(request.id)))
    return states.every((state) => state === 'finished')
  })
  const toldAfterMs = await toldWithinSixty(await company.as('bookkeeper'), {
    ...{ database, submissionId: poison.request.id, faultAt: lastCrashAt ?? new Date(0) },
    isCause: ({ code }) => code === 'quarantined',
  })
  console.log(
    `the poisoned form ended ${crashes} workers; a person was told ${toldAfterMs} ms after the last`,
  )
})

interface Trouble {
  make(company: SendingCompany): Promise<unknown>
  isCause(row: AttentionRow, entry: AttentionRow['entries'][number]): boolean
}

const troubles: Record<string, Trouble> = {
  'that the ledger refuses': {
    make: ({ ledger, realm }) => ledger.endSubscription(realm, true),
    isCause: ({ code }) => code === 'not-allowed',
  },
  'of unknown outcome that is looked for and not found': {
    make: ({ ledger, realm }) => ledger.fail({ realm, scope: 'writes', rates: { 'reset-before': 1 } }),
    isCause: ({ code }, { taskId }) => code === 'outcome-unknown' && taskId !== undefined,
  },
  'whose ledger has withdrawn our sign-in': {
    make: ({ ledger, realm }) => ledger.revokeTokens(realm),
    isCause: ({ code }) => code === 'reconnect-needed',
  },
}

test.for(Object.entries(troubles))(
  'a person is told within sixty seconds of a document %s',
  async ([what, { make, isCause }]) => {
    const { database } = scene
    const company = await scene.makeCompany()
    await make(company)
    const faultAt = await databaseTime(database)
    const [submissionId = ''] = await submitMany(company, 1)
    const afterMs = await toldWithinSixty(await company.as('bookkeeper'), {
      ...{ database, submissionId, faultAt, isCause },
    })
    console.log(`a person was told ${afterMs} ms after the submit of one ${what}`)
  },
)

function poisonedSteps(): Graph {
  const graph = fivePureSteps()
  const { s_notify1: notify } = graph.steps
  if (notify === undefined) return graph
  const poison = { ...notify, config: { ...notify.config, text: 'poison' } }
  return { ...graph, steps: { ...graph.steps, s_notify1: poison } }
}
