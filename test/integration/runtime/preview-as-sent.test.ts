import {
  documentCapability,
  type RemoteDocument,
  type RemoteMark,
  type RemoteReference,
} from '@fieldledger/accounting'
import { memoryPorts } from '@fieldledger/accounting/testing'
import type { FormType, MaterialRow, SubmissionValues } from '@fieldledger/forms'
import { previewDocument, sendDocument, submitForm } from '@fieldledger/runtime'
import type { LedgerFacts } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { practiceLedger as openNetSuite } from '../../../packages/connectors/src/netsuite/practice-ledger.ts'
import { present } from '../../../packages/connectors/src/present.ts'
import { practiceLedger as openQuickBooks } from '../../../packages/connectors/src/quickbooks-online/practice-ledger.ts'
import { practiceLedger as openXero } from '../../../packages/connectors/src/xero/practice-ledger.ts'
import { fullForm, fullMapping, fullValues, knownItem, unknownItem } from './full-form.ts'
import { memoField, tableField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'
import { foundThere, type ShownFields, shownBefore } from './shown-fields.ts'

const job = 'Harbor View Apartments'
const ordersAndBills = ['purchase-order', 'bill'] as const

const all = [
  { name: 'QuickBooks', open: openQuickBooks, kinds: ['purchase-order', 'service-order', 'bill'] },
  { name: 'Xero', open: openXero, kinds: ['purchase-order', 'service-order', 'bill'] },
  { name: 'NetSuite', open: openNetSuite, kinds: ['purchase-order', 'service-order', 'bill', 'receipt'] },
] as const satisfies { name: string; open: unknown; kinds: FormType[] }[]

describe.each(all)('$name', async ({ open, kinds }) => {
  const practice = await open(memoryPorts)
  const scene = await openScene()
  afterAll(async () => {
    await scene.close()
    await practice.close()
  })
  const { runtime, companyId, connection } = scene
  const { driver, sample, connector } = practice
  const { capabilities } = connector
  const scope = { companyId, connectionId: connection.id }
  const { ports } = runtime
  const { form } = ports.versions

  runtime.driverFor = () => driver
  Object.assign(connection, {
    capabilities,
    rules: { defaultExpenseAccount: sample.expense, costCodeAccounts: {} },
  })
  scene.links.set('vendor:vendor-1', { ...sample.vendor, name: 'Cascade Lumber Supply', active: true })
  scene.vendors.set('vendor-1', { id: 'vendor-1', name: 'Cascade Lumber Supply', state: 'active' })
  scene.links.set(`material:${knownItem}`, { ...sample.item, name: '2x4x8 Stud', active: true })
  scene.materials.set(knownItem, { id: knownItem, name: '2x4x8 Stud' })
  scene.materials.set(unknownItem, { id: unknownItem, name: 'Gate hinge', sku: 'HINGE-1' })
  ports.versions.newestWorkflow = async () => undefined
  ports.versions.form = async (which) => {
    const found = await form({ ...which, version: 1 })
    return found === undefined ? undefined : { ...found, content: fullForm(which.formId as FormType) }
  }
  const unlinkedItems = {
    create: true as const,
    kind: 'non-inventory' as const,
    expenseAccount: sample.expense,
  }
  ports.lookups.mappings.find = async () => ({ mapping: fullMapping, unlinkedItems })

  const rows = await marksThere()
  const lists = [...new Set(rows.map(({ list }) => list))]
  const chosen = (capabilities.tracking ?? []).map(({ target, list }, position) => [
    target,
    rows.find((row) => row.list === (list ?? lists[position]))?.name ?? '',
  ])
  const employed = capabilities.employees === true
  const staff = employed ? await driver.run({ operation: 'employee.list', input: {}, scope }) : undefined
  const employee = staff?.rows.find(({ active }) => active)?.name ?? ''
  const called = [
    ['job-1', job],
    ['user-1', employee],
  ] as const
  ports.lookups.catalogue.names = async ({ ids }) => new Map(called.filter(([id]) => ids.includes(id)))
  const person = employed ? 'user-1' : undefined
  const values = fullValues({ terms: 'Net 30', person, marks: Object.fromEntries(chosen) })

  Object.assign(connection, { ledger: await taxesThere() })
  let euros: ReturnType<typeof practice.takeCurrency> | undefined

  test.each(kinds)('what the preview of a %s shows is what is read back, field by field', async (kind) => {
    const order = kind === 'receipt' ? await sent('purchase-order') : undefined
    const { preview, found } = await sent(kind, order?.id)
    const can = documentCapability(capabilities, kind)
    expect(preview.problems).toEqual([])
    expect(found).toEqual(expected(kind, { shown: shownBefore(preview), found }))
    // Whatever is mapped is shown, but for what this document has no place for.
    const empty = Object.entries(preview).flatMap(([field, value]) => (value === null ? [field] : []))
    const lacks = [
      ...(can?.lacks ?? []),
      ...(capabilities.terms === true ? [] : ['terms']),
      ...(employed ? [] : ['employee']),
    ]
    expect(empty.filter((field) => !lacks.includes(field))).toEqual([])
  })

  test('no kind of document that it takes is left out here', () => {
    const taken = Object.entries(capabilities.documents).flatMap(([kind, can]) => (can?.create ? [kind] : []))
    expect(taken.toSorted()).toEqual(kinds.toSorted())
  })

  test('what the previews of the orders show into which a form is split is what is read back of each', async () => {
    const split = await openScene({ perVendor: true })
    try {
      const { submitted, parts } = await splitForm(split)
      expect(parts.map(({ madeFrom }) => madeFrom)).toEqual([submitted, submitted])
      for (const { id: submissionId } of parts) {
        const place = { runtime: split.runtime, companyId: split.companyId, submissionId }
        const preview = await previewDocument({ ...place, connectionId: split.connection.id })
        const { confirmation } = await split.createEffect(submissionId)
        expect([preview.problems, confirmation?.verified]).toEqual([[], 'verified'])
        const found = await readThere('purchase-order', confirmation?.reference)
        expect(found).toEqual(expected('purchase-order', { shown: shownBefore(preview), found }))
      }
    } finally {
      await split.close()
    }
  })

  test.each(ordersAndBills)(
    'a %s in a currency that is not the company’s own shows what is read back',
    async (kind) => {
      const { company } = ports.people
      const own = scene.links.get('vendor:vendor-1')
      euros ??= practice.takeCurrency('EUR')
      const party: RemoteReference = await euros
      const { name = 'Cascade Lumber Supply' } = party
      ports.people.company = async (which) => ({ ...(await company(which)), currency: 'EUR' })
      scene.links.set('vendor:vendor-1', { ...party, name, active: true })
      scene.vendors.set('vendor-1', { id: 'vendor-1', name, state: 'active' })
      try {
        const { preview, found } = await sent(kind)
        expect([preview.net.currency, found.net.currency]).toEqual(['EUR', 'EUR'])
        expect(found).toEqual(expected(kind, { shown: shownBefore(preview), found }))
      } finally {
        ports.people.company = company
        if (own !== undefined) scene.links.set('vendor:vendor-1', own)
        scene.vendors.set('vendor-1', { id: 'vendor-1', name: 'Cascade Lumber Supply', state: 'active' })
      }
    },
  )

  // The last ones: from then on the company has tax on what it buys.
  test.each(ordersAndBills)(
    'G-14 a %s of a company with tax on what it buys shows what is read back, code and total',
    async (kind) => {
      if ('taxPurchases' in practice) await practice.taxPurchases()
      const ledger = await taxesThere()
      const { taxCodes = [] } = ledger
      const full = taxCodes.find(({ rate }) => rate === '20') ?? taxCodes[0]
      if (full === undefined) return expect.unreachable('it has no code')
      const none = taxCodes.find(({ rate }) => rate === '0')
      const rules = [full, ...(none === undefined ? [] : [none])].map(({ rate, ...code }) => ({ rate, code }))
      Object.assign(connection, { ledger, rules: { ...connection.rules, taxCodes: rules } })
      const { preview, found } = await sent(kind, undefined, taxed(values, full.rate))
      expect(preview.lines.map(({ taxCode }) => taxCode?.id)).toEqual(
        preview.lines.map((_line, position) => (position === 0 ? full.id : none?.id)),
      )
      expect(preview.total.minor).toBeGreaterThan(preview.net.minor)
      expect(found).toEqual(expected(kind, { shown: shownBefore(preview), found }))
    },
  )

  /** What its last look told of taxes. */
  async function taxesThere(): Promise<LedgerFacts> {
    const told = await driver.run({ operation: 'connect.check', input: {}, scope })
    const { purchaseTax, taxCodes, purchaseTaxRates, accountTaxRates } = told
    return present({ purchaseTax, taxCodes, purchaseTaxRates, accountTaxRates })
  }

  /** A form whose lines name two vendors, approved; the orders that were made of it. */
  async function splitForm(split: Scene) {
    split.runtime.driverFor = () => driver
    Object.assign(split.connection, {
      capabilities,
      rules: { defaultExpenseAccount: sample.expense, costCodeAccounts: {} },
    })
    const input = { name: `Second vendor ${v7()}` }
    const second = await driver.run({
      operation: 'vendor.create',
      input,
      scope: { ...scope, requestKey: v7().replaceAll('-', '') },
    })
    const known = { 'vendor-1': sample.vendor, 'vendor-2': second.reference }
    for (const [id, reference] of Object.entries(known)) {
      const name = id === 'vendor-1' ? 'Cascade Lumber Supply' : input.name
      split.links.set(`vendor:${id}`, { ...reference, name, active: true })
      split.vendors.set(id, { id, name, state: 'active' })
    }
    const { id } = await split.submit({
      [tableField]: Object.keys(known).map((vendorId, position) => ({
        ...{ id: `row-${position}`, description: `Line ${position}`, quantity: '2', unitPrice: '10.5' },
        vendorId,
      })),
      [memoField]: 'For pier 7',
    })
    await split.settle()
    await split.approve(id)
    await split.settle()
    return { submitted: id, parts: await split.store.submissions.madeFrom(id) }
  }

  /** A form of that kind: previewed, sent, and read there. */
  async function sent(kind: FormType & (typeof kinds)[number], madeFrom?: string, filled = values) {
    const request = { id: v7(), formVersion: 1, values: filled }
    const { submission } = await submitForm({
      runtime,
      companyId,
      person: bookkeeper,
      formId: kind,
      request: madeFrom === undefined ? request : { ...request, madeFrom },
    })
    const place = { runtime, companyId, submissionId: submission.id, connectionId: connection.id }
    const preview = await previewDocument(place)
    await sendDocument({ ...place, person: bookkeeper })
    await scene.settle()
    const { confirmation, problems } = await scene.createEffect(submission.id)
    expect([problems, confirmation?.verified, confirmation?.differences]).toEqual([[], 'verified', []])
    return { id: submission.id, preview, found: await readThere(kind, confirmation?.reference) }
  }

  async function readThere(kind: FormType & (typeof kinds)[number], reference: RemoteReference = { id: '' }) {
    const read = await driver.run({ operation: 'document.get', input: { kind, reference }, scope })
    if (read === null) return expect.unreachable('it is not there')
    return foundThere(read, await calledThere(kind, read))
  }

  async function calledThere(kind: FormType & (typeof kinds)[number], read: RemoteDocument) {
    const items = new Map<string, string>()
    for (const { item } of read.lines) {
      if (item === undefined) continue
      const found = await driver.run({ operation: 'item.get', input: { reference: item }, scope })
      items.set(item.id, found?.name ?? '')
    }
    const marks = new Map(rows.map(({ id, name = id }) => [id, name]))
    if (documentCapability(capabilities, kind)?.notesBeside !== true) return { items, marks }
    return { items, marks, notes: await notesOf(read.reference.id) }
  }

  async function notesOf(id: string): Promise<string[]> {
    if (!('contactId' in practice.bed)) return []
    const { json } = await practice.bed.api(`/Invoices/${id}/History`)
    const records: { Changes: string; Details: string }[] = Object(json).HistoryRecords
    return records.flatMap(({ Changes, Details }) => (Changes === 'Note' ? [Details] : []))
  }

  /** Of all its lists, those in use. */
  async function marksThere(): Promise<RemoteMark[]> {
    const found: RemoteMark[] = []
    let cursor: string | undefined
    do {
      const input = cursor === undefined ? {} : { cursor }
      const page = await driver.run({ operation: 'class.list', input, scope })
      found.push(...page.rows.filter(({ active }) => active))
      cursor = page.next
    } while (cursor !== undefined)
    return found
  }
})

/** Its first line is taxed, its others say that they are not. */
function taxed(values: SubmissionValues, rate: string): SubmissionValues {
  const rows = values[tableField] as MaterialRow[]
  const lines = rows.map((row, position) => ({ ...row, taxPercent: position === 0 ? rate : '0' }))
  return { ...values, [tableField]: lines }
}

/**
 * A receipt says how much arrived and nothing of what it costs; what its lines are the order says. Of an order a ledger
 * may tell the net alone.
 */
function expected(kind: FormType, { shown, found }: Record<'shown' | 'found', ShownFields>): ShownFields {
  const total = kind !== 'bill' && found.total === null ? null : shown.total
  if (kind !== 'receipt') return { ...shown, total }
  const lines = shown.lines.map((line, position) => {
    const { item = null, account = null, unitPrice = '', amount = null } = found.lines[position] ?? {}
    return { ...line, item, account, unitPrice, amount }
  })
  return { ...shown, lines, net: found.net, total }
}
