import { documentCapability, type RemoteDocument, type RemoteMark } from '@fieldledger/accounting'
import { memoryPorts } from '@fieldledger/accounting/testing'
import type { FormType } from '@fieldledger/forms'
import { previewDocument, sendDocument, submitForm } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { practiceLedger as openNetSuite } from '../../../packages/connectors/src/netsuite/practice-ledger.ts'
import { practiceLedger as openQuickBooks } from '../../../packages/connectors/src/quickbooks-online/practice-ledger.ts'
import { practiceLedger as openXero } from '../../../packages/connectors/src/xero/practice-ledger.ts'
import { fullForm, fullMapping, fullValues, knownItem, unknownItem } from './full-form.ts'
import { bookkeeper, openScene } from './scene.ts'
import { foundThere, type ShownFields, shownBefore } from './shown-fields.ts'

const job = 'Harbor View Apartments'

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
  ports.lookups.catalogue.names = async () => new Map([['job-1', job]])
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
  const values = fullValues({ terms: 'Net 30', marks: Object.fromEntries(chosen) })

  test.each(kinds)('what the preview of a %s shows is what is read back, field by field', async (kind) => {
    const order = kind === 'receipt' ? await sent('purchase-order') : undefined
    const { preview, found } = await sent(kind, order?.id)
    const can = documentCapability(capabilities, kind)
    expect(preview.problems).toEqual([])
    expect(found).toEqual(expected(kind, { shown: shownBefore(preview), found }))
    // Whatever is mapped is shown, but for what this document has no place for.
    const empty = Object.entries(preview).flatMap(([field, value]) => (value === null ? [field] : []))
    const lacks = [...(can?.lacks ?? []), ...(capabilities.terms === true ? [] : ['terms'])]
    expect(empty.filter((field) => !lacks.includes(field))).toEqual([])
  })

  test('no kind of document that it takes is left out here', () => {
    const taken = Object.entries(capabilities.documents).flatMap(([kind, can]) => (can?.create ? [kind] : []))
    expect(taken.toSorted()).toEqual(kinds.toSorted())
  })

  /** A form of that kind: previewed, sent, and read there. */
  async function sent(kind: FormType & (typeof kinds)[number], madeFrom?: string) {
    const request = { id: v7(), formVersion: 1, values }
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
    const reference = confirmation?.reference ?? { id: '' }
    const read = await driver.run({ operation: 'document.get', input: { kind, reference }, scope })
    if (read === null) expect.unreachable('it is not there')
    return { id: submission.id, preview, found: foundThere(read, await calledThere(kind, read)) }
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
