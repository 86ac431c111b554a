import type { FormContent } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { fieldsForTarget, mappingTargets } from './mapping-targets.ts'
import { suggestMapping } from './suggest-mapping.ts'

const content: FormContent = {
  name: 'PO',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    { kind: 'text', id: 'f_title1', label: 'Title' },
    {
      kind: 'choose',
      id: 'f_whofor',
      label: 'Bought from',
      limit: 1,
      source: { from: 'catalogue', catalogue: 'vendors' },
    },
    {
      kind: 'choose',
      id: 'f_client',
      label: 'Client',
      limit: 1,
      source: { from: 'catalogue', catalogue: 'customers' },
    },
    {
      kind: 'material-table',
      id: 'f_lines1',
      label: 'Lines',
      columns: { unit: true, tax: false, costCode: false, account: false },
    },
    { kind: 'paragraph', id: 'f_notes1', label: 'Notes for the supplier' },
    { kind: 'date', id: 'f_need01', label: 'Due on site' },
  ],
}

test('S4-11 the targets outside the fold are exactly Vendor*, Materials*, Memo and Due Date', () => {
  const shown = mappingTargets().filter(({ more }) => !more)
  expect(shown.map(({ label, required }) => (required ? `${label}*` : label))).toEqual([
    'Vendor*',
    'Materials*',
    'Memo',
    'Due Date',
  ])
})

test('the days of the service are a target of service orders alone, found by their labels', () => {
  const targets = (kind: 'purchase-order' | 'service-order') => mappingTargets(kind).map(({ label }) => label)
  expect(targets('purchase-order')).not.toContain('Service from')
  expect(targets('service-order').slice(-2)).toEqual(['Service from', 'Service until'])
  const service: FormContent = {
    ...content,
    type: 'service-order',
    fields: [
      { kind: 'date', id: 'f_start1', label: 'Service from' },
      { kind: 'date', id: 'f_end001', label: 'Service until' },
    ],
  }
  expect(suggestMapping(service).map(({ target, fieldId }) => `${target}:${fieldId}`)).toEqual([
    'serviceFrom:f_start1',
    'serviceTo:f_end001',
  ])
})

test('S4-12 S4-13 each target is offered only fields of a fitting type', () => {
  const offered = (target: 'vendor' | 'materials') => fieldsForTarget(target, content).map(({ id }) => id)
  expect(offered('vendor')).toEqual(['f_whofor'])
  expect(offered('materials')).toEqual(['f_lines1'])
})

test('a suggestion names its reason', () => {
  const suggestions = suggestMapping(content)
  expect(suggestions.map(({ target, fieldId }) => `${target}:${fieldId}`)).toEqual([
    'vendor:f_whofor',
    'materials:f_lines1',
    'memo:f_notes1',
    'dueDate:f_need01',
    'project:f_client',
  ])
  expect(suggestions[2]?.reason).toBe('"Notes for the supplier" sounds like Memo and is of a fitting type.')
})

test('G-24 the employee is the choice of people whose label says so, or the only one there is; a text must say so', () => {
  const people = (id: string, label: string) => ({
    ...{ kind: 'choose' as const, id, label, limit: 1 },
    source: { from: 'catalogue' as const, catalogue: 'people' as const },
  })
  const suggested = (...fields: FormContent['fields']) =>
    suggestMapping({ ...content, fields }).find(({ target }) => target === 'employee')?.fieldId
  const foreman = people('f_foreman', 'Foreman on site')
  const buyer = people('f_buyer01', 'Ordered by')
  const title = { kind: 'text' as const, id: 'f_title1', label: 'Title' }
  const employee = { kind: 'text' as const, id: 'f_employ', label: 'Employee' }
  expect(suggested(title, foreman)).toBe('f_foreman')
  expect(suggested(foreman, buyer)).toBe('f_buyer01')
  expect(suggested(employee, foreman)).toBe('f_foreman')
  expect(suggested(title, employee)).toBe('f_employ')
  expect([suggested(title), suggested(foreman, { ...foreman, id: 'f_second' })]).toEqual([
    undefined,
    undefined,
  ])
  const bill = { ...content, type: 'bill' as const, fields: [foreman] }
  expect(suggestMapping(bill).map(({ target }) => target)).not.toContain('employee')
})
