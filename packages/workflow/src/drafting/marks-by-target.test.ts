import type { Capabilities, RemoteMark } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { orderInputs, pipe } from '../testing/order-inputs.ts'
import { draftReferences } from './draft-references.ts'
import { marksByTarget } from './marks-by-target.ts'

const rows: RemoteMark[] = [
  { id: 'c-1', name: 'Civil', active: true, list: 'class' },
  { id: 'c-2', name: 'Yard', active: true, list: 'class' },
  { id: 'l-1', name: 'Yard', active: true, list: 'location' },
  { id: 'l-2', name: 'Head office', active: true, list: 'location' },
]
const parted: NonNullable<Capabilities['tracking']> = [
  { target: 'class', label: 'class', list: 'class' },
  { target: 'location', label: 'location', list: 'location' },
]
const either: NonNullable<Capabilities['tracking']> = [
  { target: 'class', label: 'tracking option' },
  { target: 'department', label: 'tracking option' },
]

interface Called {
  tracking?: NonNullable<Capabilities['tracking']>
  lacks?: string[]
  says: Partial<Record<'class' | 'department' | 'location', string>>
}

function drafted({ tracking = parted, lacks = [], says }: Called) {
  const inputs = orderInputs([pipe])
  const { capabilities } = inputs.connection
  const { 'purchase-order': order } = capabilities.documents
  if (order === undefined) expect.unreachable('the ledger takes orders')
  const documents = { 'purchase-order': { ...order, lacks } }
  const fields = Object.entries(says).map(([target, value]) => [target, `f_${target}`, value] as const)
  return draftReferences({
    ...inputs,
    ...marksByTarget({ tracking }, rows),
    connection: { ...inputs.connection, capabilities: { ...capabilities, documents, tracking } },
    request: {
      ...inputs.request,
      mapping: {
        ...inputs.request.mapping,
        ...Object.fromEntries(fields.map(([target, id]) => [target, id])),
      },
    },
    submission: {
      ...inputs.submission,
      values: {
        ...inputs.submission.values,
        ...Object.fromEntries(fields.map(([, id, value]) => [id, value])),
      },
    },
  })
}

test('each line carries a mark out of every list that is mapped, each called by its own name in it', () => {
  expect(drafted({ says: { class: 'yard', location: 'Yard' } })).toEqual({
    onLines: { class: { id: 'c-2', name: 'Yard' }, tracking: [{ id: 'l-1', name: 'Yard' }] },
    problems: [],
  })
  expect(drafted({ says: { location: 'Civil' } }).problems).toMatchObject([
    { code: 'class-missing', message: expect.stringContaining('no location "Civil"') },
  ])
})

test('a form that names another list’s mark under Class goes on doing so, by the name that it had', () => {
  expect(drafted({ says: { class: 'Head office (location)' } }).onLines.class?.id).toBe('l-2')
  expect(drafted({ says: { class: 'Head office' } }).problems).toMatchObject([{ code: 'class-missing' }])
})

test('two targets over the same lists take one mark of each, and never two of one', () => {
  const one = drafted({ tracking: either, says: { class: 'Civil', department: 'Head office' } })
  expect(one).toMatchObject({ onLines: { class: { id: 'c-1' }, tracking: [{ id: 'l-2' }] }, problems: [] })
  expect(drafted({ tracking: either, says: { class: 'Civil', department: 'Civil' } }).problems).toMatchObject(
    [{ code: 'tracking-twice', cure: 'edit-form' }],
  )
  expect(drafted({ tracking: either, says: { class: 'Civil', department: 'Yard' } }).problems).toMatchObject([
    { code: 'class-ambiguous', message: expect.stringContaining('2 tracking options “Yard”') },
  ])
})

test('a mark that the document has no place for is not sent', () => {
  expect(drafted({ lacks: ['location'], says: { location: 'Nowhere' } })).toEqual({
    onLines: {},
    problems: [],
  })
})
