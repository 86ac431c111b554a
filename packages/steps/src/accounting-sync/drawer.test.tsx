// @vitest-environment jsdom
import type { FormContent } from '@fieldledger/forms'
import type { ConnectionSummary } from '@fieldledger/workflow'
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type DrawerData, DrawerDataContext, type PreviewQuestion } from '../views/drawer-data.ts'
import { type AccountingSyncConfig, accountingSync } from './definition.ts'
import { Drawer } from './drawer.tsx'

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const form: FormContent = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    {
      id: 'f_vendor1',
      kind: 'choose',
      label: 'Supplier',
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    {
      id: 'f_person1',
      kind: 'choose',
      label: 'Foreman',
      source: { from: 'catalogue', catalogue: 'people' },
      limit: 1,
    },
    {
      id: 'f_table11',
      kind: 'material-table',
      label: 'What we need',
      columns: { unit: true, tax: false, costCode: true, account: false },
    },
    { id: 'f_notes11', kind: 'paragraph', label: 'Notes' },
    { id: 'f_needed1', kind: 'date', label: 'Needed by' },
  ],
}

const connection: ConnectionSummary = {
  id: 'c1',
  provider: 'some-ledger',
  providerLabel: 'Some Ledger',
  name: 'Volt',
  state: 'active',
  environment: 'practice',
  rules: { costCodeAccounts: {}, defaultExpenseAccount: { id: '7', name: 'Materials' } },
  capabilities: {
    delivery: 'push',
    documents: {
      'purchase-order': {
        label: 'Purchase Order',
        create: true,
        edits: [{ standing: 'open', words: 'is open', stays: 'nothing' }],
        cancel: 'close',
        lineKinds: ['item', 'expense'],
        numberLimit: 21,
        memoLimit: 4000,
        lineLimit: 1000,
        lands: { dueDate: 'Delivery Date' },
        lacks: ['memo'],
      },
    },
    vendors: { list: true, create: true, nameLimit: 100 },
    items: { list: true, create: ['non-inventory'], nameLimit: 100, skuLimit: 100, forbiddenInName: ':' },
    accounts: { list: true },
    classes: false,
    unitPriceDecimals: 6,
    replayWindowMs: null,
    quietPeriodMs: 0,
    rate: { perSecond: 1, perMinute: 1, concurrent: 1 },
  },
}

interface Seen {
  config: AccountingSyncConfig
  questions: PreviewQuestion[]
}

function Slider({ seen, data }: { seen: Seen; data: Partial<DrawerData> }) {
  const [config, setConfig] = useState(seen.config)
  seen.config = config
  const content = data.form ?? form
  const scope = { form: content, connections: [connection], outletsConnected: ['synced'] }
  return (
    <DrawerDataContext
      value={{
        form: content,
        connections: [connection],
        secrets: [],
        nextForms: [],
        given: [],
        hook: {
          facts: undefined,
          deliveries: [],
          moreDeliveries: undefined,
          makeSecret: async () => '',
        },
        people: [],
        problems: accountingSync.problems(config, scope),
        editable: true,
        preview: async (question) => {
          seen.questions.push(question)
          return {
            documentLabel: 'Purchase Order',
            number: 'PO-2026-0001',
            vendor: { name: 'Copperline', linked: true },
            date: '2026-11-23',
            dueDate: null,
            terms: null,
            employee: null,
            memo: null,
            shipTo: null,
            class: null,
            tracking: [],
            project: 'Harbor View',
            lines: [
              {
                id: '1',
                kind: 'item',
                item: { id: '1', name: 'Cable' },
                description: 'Cable 3x2.5',
                quantity: '4',
                unitPrice: '2.5',
                amount: { minor: 1000, currency: 'USD' },
              },
              {
                id: '2',
                kind: 'expense',
                account: { id: '7', name: 'Job supplies' },
                accountRule: 'cost-code',
                description: 'Tape',
                quantity: '1',
                unitPrice: '1',
                amount: { minor: 100, currency: 'USD' },
              },
            ],
            net: { minor: 1100, currency: 'USD' },
            total: { minor: 1190, currency: 'USD' },
            formNet: { minor: 1100, currency: 'USD' },
            formTotal: { minor: 1100, currency: 'USD' },
            notes: [],
            problems: [],
          }
        },
        recentSubmissions: async () => [{ id: 'sub1', label: 'PO-2026-0001 · Copperline' }],
        searchAccounts: async () => [
          { reference: { id: '7' }, name: 'Job supplies', role: 'expense', active: true },
          { reference: { id: '9' }, name: 'Sales', role: 'income', active: true },
        ],
        convertVendorField: async () => undefined,
        goTo: () => undefined,
        ...data,
      }}
    >
      <Drawer config={config} onChange={setConfig} />
    </DrawerDataContext>
  )
}

function open(data: Partial<DrawerData> = {}) {
  const seen: Seen = {
    config: accountingSync.initial({
      formType: 'purchase-order',
      provider: connection.provider,
      providerLabel: connection.providerLabel,
      connection,
    }),
    questions: [],
  }
  render(
    <MantineProvider env="test">
      <Slider seen={seen} data={data} />
    </MantineProvider>,
  )
  return seen
}

async function offered(label: RegExp): Promise<string[]> {
  const input = screen.getByRole('combobox', { name: label })
  await userEvent.click(input)
  const list = document.getElementById(input.getAttribute('aria-controls') ?? '')
  const options = within(list ?? document.body).getAllByRole('option', { hidden: true })
  return options.map(({ textContent }) => textContent ?? '')
}

test('a target that the ledger has no field for says where it lands', () => {
  open()
  expect(screen.getByText('Arrives there as “Delivery Date”.')).toBeDefined()
  expect(screen.queryAllByText(/Arrives there as/)).toHaveLength(1)
  expect(
    screen.getAllByText('There is no place for it on a purchase order, so it is not sent.'),
  ).toHaveLength(1)
})

test('S4-11 the targets are Vendor and Materials, required, Memo and Due Date; the rest is in a closed fold', async () => {
  open()
  const labels = () =>
    [...document.querySelectorAll('[data-place^="mapping."]')].map(
      (input) => document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '',
    )
  expect(labels()).toEqual(['Vendor *', 'Materials *', 'Memo', 'Due Date'])
  await userEvent.click(screen.getByRole('button', { name: 'More fields' }))
  for (const more of ['Date', 'Terms', 'Ship to', 'Class', 'Department', 'Location', 'Project'])
    expect(await screen.findByText(more)).toBeTruthy()
})

test('S4-12 S4-13 each target offers only fields of a fitting type', async () => {
  open()
  expect(await offered(/^Vendor/)).toEqual(['Supplier'])
  expect(await offered(/^Materials/)).toEqual(['What we need'])
  expect(await offered(/^Due Date/)).toEqual(['Needed by'])
})

test('a suggestion comes with its reason, changes nothing by itself, and is accepted with one click', async () => {
  const seen = open()
  expect(seen.config.mapping).toEqual({})
  expect(screen.getByText('"Supplier" sounds like Vendor and is of a fitting type.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Use "Supplier" for Vendor' }))
  expect(seen.config.mapping).toEqual({ vendor: 'f_vendor1' })
  expect(screen.queryByRole('button', { name: 'Use "Supplier" for Vendor' })).toBeNull()
})

test('all suggestions that can be seen are accepted at once; what is chosen already and the closed fold stay', async () => {
  const dates = [
    { id: 'f_ordered1', kind: 'date', label: 'Order date' },
    { id: 'f_due00001', kind: 'date', label: 'Due date' },
  ] as const
  const seen = open({ form: { ...form, fields: [...form.fields.slice(0, 4), ...dates] } })
  await userEvent.click(screen.getByRole('button', { name: 'Use all 4 suggestions' }))
  expect(seen.config.mapping).toEqual({
    vendor: 'f_vendor1',
    materials: 'f_table11',
    memo: 'f_notes11',
    dueDate: 'f_due00001',
  })
  expect(screen.queryByRole('button', { name: /^Use all/ })).toBeNull()
})

test('S4-17 unmapped required targets say what is missing', async () => {
  open()
  expect(screen.getByText('Choose the field that gives Vendor.')).toBeTruthy()
  expect(screen.getByText('Choose the field that gives Materials.')).toBeTruthy()
})

test('S4-18 "Create unlinked items" is there and off; on, it asks for the accounts that the kind needs', async () => {
  const seen = open()
  const option = screen.getByRole('switch', { name: /^Create unlinked items/ })
  expect(option).toHaveProperty('checked', false)
  expect(seen.config.unlinkedItems).toEqual({ create: false, instead: 'expense-line' })
  await userEvent.click(option)
  expect(seen.config.unlinkedItems).toEqual({ create: true, kind: 'non-inventory' })
  expect(await offered(/^Expense account/)).toEqual(['Job supplies'])
  await userEvent.click(screen.getByText('Job supplies', { selector: '[role=option] *' }))
  expect(seen.config.unlinkedItems).toMatchObject({ expenseAccount: { id: '7', name: 'Job supplies' } })
})

test('G-03 switched off, a line without an item is sent as a category line, or holds the document', async () => {
  const seen = open()
  expect(screen.getByRole('radio', { name: /category line/ })).toHaveProperty('checked', true)
  await userEvent.click(screen.getByRole('radio', { name: /holds the document/ }))
  expect(seen.config.unlinkedItems).toEqual({ create: false, instead: 'hold' })
})

test('the preview shows each line as Item or Category, and which rule gave its account', async () => {
  const seen = open()
  await userEvent.click(screen.getByRole('button', { name: /for Vendor$/ }))
  await userEvent.click(
    screen.getByRole('button', { name: 'Use "What we need" for Materials' }).closest('button') ??
      document.body,
  )
  const paper = await screen.findByRole('article', { name: 'Purchase Order' })
  expect(within(paper).getByText('Item')).toBeTruthy()
  expect(within(paper).getByText('Category')).toBeTruthy()
  expect(within(paper).getByText('Job supplies, from its cost code')).toBeTruthy()
  expect(within(paper).getByText('The net amounts agree.')).toBeTruthy()
  for (const shown of ['Harbor View', '2.50', 'Total in the ledger'])
    expect(within(paper).getByText(shown)).toBeTruthy()
  expect(within(paper).queryByText('Ship to')).toBeNull()
  expect(seen.questions.at(-1)).toMatchObject({
    submissionId: 'sub1',
    mapping: { vendor: 'f_vendor1', materials: 'f_table11' },
  })
})

test('S4-04 a form with a text field for the vendor is cured with one click', async () => {
  const converted: string[] = []
  const [, ...others] = form.fields
  open({
    form: { ...form, fields: [{ id: 'f_text111', kind: 'text', label: 'Vendor name' }, ...others] },
    convertVendorField: async (fieldId) => void converted.push(fieldId),
  })
  await userEvent.click(screen.getByRole('button', { name: 'Make "Vendor name" a choose-one-or-more field' }))
  expect(converted).toEqual(['f_text111'])
})

test('G-02 S4-12 where each line names its vendor, a switch takes it from there, and gives it back', async () => {
  const columns = { unit: true, tax: false, costCode: true, account: false, vendor: true }
  const fields = form.fields.map((field) => (field.kind === 'material-table' ? { ...field, columns } : field))
  const seen = open({ form: { ...form, fields } })
  const user = userEvent.setup()
  expect(screen.queryByRole('switch', { name: /^One purchase order per vendor/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Use all/ }))
  expect(seen.config.mapping).toMatchObject({ vendor: 'f_vendor1', materials: 'f_table11' })
  const perVendor = screen.getByRole('switch', { name: /^One purchase order per vendor/ })
  await user.click(perVendor)
  expect(seen.config.mapping).toMatchObject({ vendor: 'f_table11', materials: 'f_table11' })
  expect(seen.questions.at(-1)?.mapping.vendor).toBe('f_table11')
  await user.click(perVendor)
  expect(seen.config.mapping.vendor).toBe('f_vendor1')
})

test('G-24 Employee is a target only where the ledger names employees, and is suggested as the one person of the form', async () => {
  open()
  await userEvent.click(screen.getByRole('button', { name: 'More fields' }))
  expect(await screen.findByText('Location')).toBeTruthy()
  expect(screen.queryByText('Employee')).toBeNull()
  cleanup()
  const capabilities = { ...connection.capabilities, employees: true }
  const seen = open({ connections: [{ ...connection, capabilities }] })
  await userEvent.click(screen.getByRole('button', { name: 'More fields' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Use "Foreman" for Employee' }))
  expect(seen.config.mapping).toEqual({ employee: 'f_person1' })
})

test('G-24 a memo that no field is chosen for is said to bear a link back, where the ledger takes one', async () => {
  const order = connection.capabilities.documents['purchase-order']
  if (order === undefined) return expect.unreachable('the ledger takes orders')
  const { lacks: _none, ...rest } = order
  const documents = { 'purchase-order': { ...rest, linksBack: true } }
  open({ connections: [{ ...connection, capabilities: { ...connection.capabilities, documents } }] })
  const hint = 'As long as no field is chosen it bears a link back to the form.'
  expect(screen.getByText(hint)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Use "Notes" for Memo' }))
  expect(screen.queryByText(hint)).toBeNull()
})
