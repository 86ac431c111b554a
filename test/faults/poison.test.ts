import { fileURLToPath } from 'node:url'
import type { Graph } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fivePureSteps } from '../support/graphs.ts'
import { publishForm } from '../support/publish-form.ts'
import { until } from '../support/until.ts'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { openOffice } from './chaos/open-office.ts'
import { submitOrder } from './chaos/order-stories.ts'

const patch = fileURLToPath(new URL('patches/poison-step.patch', import.meta.url))
const crashesAllowed = 5
let scene: FaultScene

beforeAll(async () => {
  scene = await bootForFaults({ patch })
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
  await until({ what: 'the poisoned form was set aside', withinMs: 180_000 }, async () => {
    return (await stateOf(poison.request.id)) === 'quarantined'
  })
  const crashes = stack.restarts('worker') - before
  expect(crashes).toBeLessThanOrEqual(crashesAllowed + 1)
  await until({ what: 'the healthy forms were finished', withinMs: 60_000 }, async () => {
    const states = await Promise.all(healthy.map(({ request }) => stateOf(request.id)))
    return states.every((state) => state === 'finished')
  })
  const { rows } = await (await company.as('bookkeeper')).get<Attention>('/needs-attention')
  const told = rows.flatMap(({ entries }) => entries).map(({ submissionId }) => submissionId)
  expect(told).toContain(poison.request.id)
  console.log(`the poisoned form ended ${crashes} workers, then it was set aside`)
})

interface Attention {
  rows: { entries: { submissionId: string }[] }[]
}

function poisonedSteps(): Graph {
  const graph = fivePureSteps()
  const { s_notify1: notify } = graph.steps
  if (notify === undefined) return graph
  const poison = { ...notify, config: { ...notify.config, text: 'poison' } }
  return { ...graph, steps: { ...graph.steps, s_notify1: poison } }
}
