import { connectorOf } from '@fieldledger/connectors'
import type { SubmissionValues } from '@fieldledger/forms'
import { preflightForm, preflightUnsent, previewDocument } from '@fieldledger/runtime'
import type { Problem } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { formId, memoField, tableField, vendorField } from './order-form.ts'
import { fieldUser, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** A vendor and a material that are not linked, a line without a price, no account for it, and a long memo. */
const ailing: SubmissionValues = {
  [vendorField]: ['vendor-2'],
  [memoField]: 'x'.repeat(1500),
  [tableField]: [
    { id: 'row-1', description: 'Copper pipe', quantity: '2', unitPrice: '10', materialId: 'material-1' },
    { id: 'row-2', description: 'Skip hire', quantity: '1' },
  ],
}

/** What the form says while it is filled in, its approval, the editor's preview, and the task once it was to be sent. */
async function saidOf(values: SubmissionValues): Promise<Record<string, Problem[]>> {
  const { runtime, companyId, connection, store } = scene
  const request = { id: v7(), formVersion: 1, values }
  const [filling] = await preflightUnsent({ runtime, companyId, person: fieldUser, formId, request })
  const { id: submissionId } = await scene.submit(values)
  await scene.settle()
  const [approval] = await preflightForm({ runtime, companyId, submissionId })
  const place = { runtime, companyId, submissionId, connectionId: connection.id }
  const mapping = { vendor: vendorField, materials: tableField, memo: memoField }
  const unlinkedItems = { create: false as const, instead: 'hold' as const }
  const preview = await previewDocument({ ...place, mapping, unlinkedItems })
  expect(await store.effects.ofSubmission(submissionId)).toEqual([])
  await scene.approve(submissionId)
  await scene.settle()
  const [task] = await scene.tasks(submissionId, 'held')
  expect(scene.ledger.creates).toBe(0)
  return {
    filling: filling?.problems ?? [],
    approval: approval?.problems ?? [],
    preview: preview.problems,
    held: task?.problems ?? [],
  }
}

/** What one ledger refuses and another takes, ahead of what all of them need. */
const ledgers: { provider: string; own: string[] }[] = [
  { provider: 'quickbooks-online', own: [] },
  { provider: 'xero', own: ['memo-too-long'] },
  { provider: 'netsuite', own: ['memo-too-long'] },
]

test.each(ledgers)(
  'what would stop a form before $provider is told alike while it is filled in, at its approval, in the editor, and where it is held',
  async ({ provider, own }) => {
    scene = await openScene({ unlinkedItems: { create: false, instead: 'hold' } })
    const { capabilities } = connectorOf(provider)
    const rules = { costCodeAccounts: {} }
    Object.assign(scene.connection, { capabilities, rules, ledger: { closedThrough: '2999-12-31' } })
    scene.vendors.set('vendor-2', { id: 'vendor-2', name: 'Brightline', state: 'active' })
    scene.materials.set('material-1', { id: 'material-1', name: 'Copper pipe' })
    const { held = [], ...before } = await saidOf(ailing)
    expect(held.map(({ code }) => code)).toEqual([
      ...own,
      'period-closed',
      'vendor-not-linked',
      'item-not-linked',
      'price-missing',
      'account-missing',
    ])
    // The sentences and the cures too.
    expect(before).toEqual({ filling: held, approval: held, preview: held })
  },
)

test('what only warns is told alike too, beside what would stop the form', async () => {
  scene = await openScene({ unlinkedItems: { create: false, instead: 'hold' } })
  const { capabilities } = connectorOf('xero')
  Object.assign(scene.connection, { capabilities, rules: { costCodeAccounts: {}, unitPriceDigits: 2 } })
  scene.vendors.set('vendor-2', { id: 'vendor-2', name: 'Brightline', state: 'active' })
  const rows = [{ id: 'row-1', description: 'Copper pipe', quantity: '2', unitPrice: '10.1234' }]
  const {
    held = [],
    preview = [],
    ...others
  } = await saidOf({
    [vendorField]: ['vendor-2'],
    [tableField]: rows,
  })
  expect(preview.filter(({ severity }) => severity === 'warning')).toMatchObject([
    { code: 'rounding-differs', message: expect.stringContaining('4 digits after the comma') },
  ])
  expect(others).toEqual({ filling: preview, approval: preview })
  // Of a task the errors are to be cured.
  expect(held.map(({ code }) => code)).toEqual(['vendor-not-linked', 'account-missing'])
  expect(preview.filter(({ severity }) => severity === 'error')).toEqual(held)
})
