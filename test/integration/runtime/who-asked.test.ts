import { type CallAsker, DocumentRejected } from '@fieldledger/accounting'
import { retryEffect, retryHeld, retryRun, sendDocument, tickTriggers } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { graphOf } from './order-form.ts'
import { approver, bookkeeper, fieldUser, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const { s_start, s_sync } = graphOf({}).steps
const { mapping, unlinkedItems } = Object(s_sync?.config)
const refusal = () => new DocumentRejected('The account is closed there.')

function asked(operation: string): (CallAsker | undefined)[] {
  return scene.ledger.askers.filter((one) => one.operation === operation).map((one) => one.asked)
}

/** A form whose workflow sends nothing; the connection does it by itself, or nobody does. */
async function openUnsent({ automatic }: { automatic: boolean }): Promise<void> {
  scene = await openScene({ approval: false })
  scene.workflows.push({ version: 2, graph: { steps: s_start === undefined ? {} : { s_start }, edges: [] } })
  scene.runtime.ports.lookups.mappings.find = async () => ({ mapping, unlinkedItems })
  const sending = { approved: automatic ? ['purchase-order' as const] : [], changed: [] }
  scene.connection.sending = sending
  await scene.database.connection
    .collection<{ _id: string }>('connections')
    .insertOne({ _id: scene.connection.id, companyId: scene.companyId, sending } as { _id: string })
}

test('what a step sends is asked for by its run, and by whoever had the run tried again after a refusal', async () => {
  scene = await openScene({ approval: false })
  const { runtime, companyId, ledger, store } = scene
  ledger.faults.push({ when: 'before', error: refusal() })
  const { id } = await scene.submit()
  await scene.settle()
  const run = await store.runs.activeOf(id)
  const byRun = { runId: run?.id, stepId: 's_sync' }
  expect(asked('document.create')).toEqual([byRun])
  await retryRun({ runtime, companyId, person: bookkeeper, runId: run?.id ?? '' })
  await scene.settle()
  expect(asked('document.create')).toEqual([byRun, { ...byRun, triedBy: bookkeeper.id }])
  expect(asked('document.get').at(-1)).toEqual({ ...byRun, triedBy: bookkeeper.id })
  await scene.cancel(id)
  await scene.settle()
  expect(asked('document.cancel')).toEqual([{ personId: fieldUser.id }])
})

test('what was held until its vendor was linked names who had it tried again', async () => {
  scene = await openScene({ approval: false })
  const { runtime, companyId, links } = scene
  const link = links.get('vendor:vendor-1')
  links.clear()
  const { id } = await scene.submit()
  await scene.settle()
  if (link !== undefined) links.set('vendor:vendor-1', link)
  await retryHeld({ runtime, companyId, person: approver, submissionId: id })
  await scene.settle()
  expect(asked('document.create')).toMatchObject([{ stepId: 's_sync', triedBy: approver.id }])
})

test('what goes by itself says so, and names who had it tried again', async () => {
  await openUnsent({ automatic: true })
  const { runtime, companyId, ledger } = scene
  ledger.faults.push({ when: 'before', error: refusal() })
  const { id } = await scene.submit()
  await scene.settle()
  await tickTriggers(runtime)
  await scene.settle()
  const { id: effectId } = await scene.createEffect(id)
  await retryEffect({ runtime, companyId, person: bookkeeper, effectId })
  await scene.settle()
  const itself = 'approved'
  expect(asked('document.create')).toEqual([{ itself }, { itself, triedBy: bookkeeper.id }])
})

test('what a person sends names that person, and whoever looks at it again later', async () => {
  await openUnsent({ automatic: false })
  const { runtime, companyId, connection } = scene
  const { id } = await scene.submit()
  await scene.settle()
  const send = { runtime, companyId, submissionId: id, connectionId: connection.id }
  await sendDocument({ ...send, person: bookkeeper })
  await scene.settle()
  expect(asked('document.create')).toEqual([{ personId: bookkeeper.id }])
  await sendDocument({ ...send, person: approver })
  await scene.settle()
  const reads = asked('document.get')
  expect(reads.at(0)).toEqual({ personId: bookkeeper.id })
  expect(reads.at(-1)).toEqual({ personId: bookkeeper.id, triedBy: approver.id })
})
