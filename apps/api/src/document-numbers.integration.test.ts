import type { FormContent } from '@fieldledger/forms'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())

const { admin, field } = stage.ours.people
const { vendors } = stage.ours.records

/** A published purchase order whose numbers carry the project's code. */
async function orderForm() {
  const made = (await admin.session('POST', '/forms', { name: 'Site order', template: 'purchase-order' }))
    .body
  const { numbering, ...rest } = made.draft as FormContent
  const content = { ...rest, numbering: { ...numbering, prefix: 'SITE', projectCode: true, year: false } }
  const saved = (await admin.session('PUT', `/forms/${made.id}`, { revision: made.revision, content })).body
  await admin.session('POST', `/forms/${made.id}/publish`, { revision: saved.revision })
  const fieldOf = (label: string) => content.fields.find((one) => one.label === label)?.id ?? ''
  return async (projects?: string[]) => {
    const { body } = await field.session('POST', `/forms/${made.id}/submissions`, {
      id: v7(),
      formVersion: 1,
      values: {
        [fieldOf('Vendor')]: [vendors],
        ...(projects === undefined ? {} : { [fieldOf('Project')]: projects }),
        [fieldOf('Materials')]: [{ id: 'r1', description: 'Wire', quantity: '2', unitPrice: '3.5' }],
      },
    })
    return body.number
  }
}

async function makeProject(project: { name: string; code?: string }): Promise<string> {
  return String((await admin.session('POST', '/projects', project)).body.id)
}

test("a number carries the chosen project's code, and one counter serves all projects of the form", async () => {
  const submit = await orderForm()
  const pier = await makeProject({ name: 'Pier 9', code: 'PIER9' })
  const plain = await makeProject({ name: 'Without a code' })
  expect(await submit([pier])).toBe('SITE-PIER9-0001')
  expect(await submit()).toBe('SITE-0002')
  expect(await submit([plain])).toBe('SITE-0003')
  const other = await orderForm()
  expect(await other([pier])).toBe('SITE-PIER9-0001')
})
