import type { DocumentCapability } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { draftDocument } from '../drafting/draft-document.ts'
import { orderInputs, sand } from '../testing/order-inputs.ts'
import { textProblems } from './text-problems.ts'

const order = orderInputs([sand])

function ledgerTaking(change: Partial<DocumentCapability>) {
  const { connection } = order
  const { documents } = connection.capabilities
  const there = { ...Object(documents['purchase-order']), ...change }
  const capabilities = { ...connection.capabilities, documents: { 'purchase-order': there } }
  return { ...order, connection: { ...connection, capabilities } }
}

const line = { id: 'r1', kind: 'expense' as const, description: 'Sand', quantity: '2', unitPrice: '10' }
const project = { id: 'Pier 9', name: 'Pier 9' }

test.each<[string, Partial<DocumentCapability>, [string, number, number][]]>([
  ['no published limit', {}, []],
  ['a text that fits', { textLimits: { line: 4, shipTo: 6, project: 6 } }, []],
  ['a line', { textLimits: { line: 3 } }, [['line-text-too-long', 3, 4]]],
  [
    'a line whose quantity is told in its text',
    { textLimits: { line: 5 }, expenseLines: 'amounts' },
    [['line-text-too-long', 5, 'Sand (2 × 10)'.length]],
  ],
  ['a job that lands in a field of its own', { textLimits: { project: 5 } }, [['project-too-long', 5, 6]]],
  ['a job for which there is no place', { textLimits: { project: 5 }, lacks: ['project'] }, []],
  ['an address in one field', { textLimits: { shipTo: 5 } }, [['ship-to-too-long', 5, 6]]],
  [
    'an address in lines, of which the last takes the rest',
    { textLimits: { shipTo: 3, shipToLines: 2 } },
    [],
  ],
  [
    'an address in one line of several',
    { textLimits: { shipTo: 5, shipToLines: 1 } },
    [['ship-to-too-long', 5, 7]],
  ],
  [
    'a job and an address in notes',
    { notesBeside: true, memoLimit: 14 },
    [
      ['project-too-long', 14, 15],
      ['ship-to-too-long', 14, 15],
    ],
  ],
])('what the ledger takes shorter is told as it will stand there: %s', (_title, can, expected) => {
  const found = textProblems(ledgerTaking(can), { shipTo: 'So\nYou', lines: [{ ...line, project }] })
  expect(found.map(({ code, params }) => [code, params?.limit, params?.found])).toEqual(expected)
})

test('it holds the document, with the line and what to do', () => {
  const { document, problems } = draftDocument(ledgerTaking({ textLimits: { line: 10 } }))
  expect(document).toBeUndefined()
  expect(problems).toMatchObject([{ code: 'line-text-too-long', cure: 'edit-form', params: { line: 1 } }])
  expect(problems[0]?.message).toMatch(
    /^The description of line 1 has 11 characters there, and .+ takes 10: shorten it\.$/,
  )
})
