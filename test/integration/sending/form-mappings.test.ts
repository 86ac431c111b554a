import type { FormMappingView } from '@fieldledger/contract'
import { afterAll, expect, test } from 'vitest'
import { setStage } from '../../../apps/api/src/testing/stage.ts'
import { purchaseOrderForm } from '../../../apps/local/src/practice/practice-forms.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, theirs } = stage
const { session } = ours.people.admin
const path = `/connections/${ours.records.connections}/mappings`

const content = purchaseOrderForm({ prefix: 'PO', costCodes: true })
const fieldOf = (kind: string) => content.fields.find((field) => field.kind === kind)?.id
const mapping = { vendor: fieldOf('choose'), materials: fieldOf('material-table') }
const unlinkedItems = { create: false, instead: 'expense-line' }

async function publish(): Promise<string> {
  const { body } = await session('POST', '/forms', { name: content.name, content })
  const { id, revision } = body as unknown as { id: string; revision: number }
  expect((await session('POST', `/forms/${id}/publish`, { revision })).status).toBe(201)
  return id
}
const rowOf = async (formId: string) => {
  const { rows } = (await session('GET', path)).body as unknown as { rows: FormMappingView[] }
  return rows.find((row) => row.formId === formId)
}

test('a published form without a mapping is missing, is set here once for every way of sending, and audited', async () => {
  const formId = await publish()
  expect(await rowOf(formId)).toMatchObject({ from: 'missing', documentKind: 'purchase-order', mapping: {} })
  const half = { formId, mapping: { vendor: mapping.vendor }, unlinkedItems }
  expect((await session('PUT', path, half)).status).toBe(200)
  expect((await rowOf(formId))?.from).toBe('missing')
  expect((await session('PUT', path, { formId, mapping, unlinkedItems })).status).toBe(200)
  expect(await rowOf(formId)).toMatchObject({ from: 'form', mapping })
  const { rows } = (await session('GET', '/audit')).body as unknown as { rows: object[] }
  expect(rows[0]).toMatchObject({ after: { formId, mapping } })
})

test('a form of another company is none of ours', async () => {
  const body = { formId: theirs.records.forms, mapping, unlinkedItems }
  expect((await session('PUT', path, body)).status).toBe(404)
})
