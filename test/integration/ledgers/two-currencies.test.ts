import type { LedgerDocument, LedgerError } from '@fieldledger/accounting'
import { memoryPorts, sampleDocument } from '@fieldledger/accounting/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { practiceLedger as openNetSuite } from '../../../packages/connectors/src/netsuite/practice-ledger.ts'
import { practiceLedger as openQuickBooks } from '../../../packages/connectors/src/quickbooks-online/practice-ledger.ts'
import { practiceLedger as openXero } from '../../../packages/connectors/src/xero/practice-ledger.ts'
import { draftDocument } from '../../../packages/workflow/src/drafting/draft-document.ts'
import { orderInputs, pipe } from '../../../packages/workflow/src/testing/order-inputs.ts'

let vendors = 0
const vendorName = () => {
  vendors += 1
  return `Nordlicht ${vendors}`
}

/** A company that does not keep euros yet, how a person there lets it, and what an order of its books says of money. */
async function quickBooks() {
  const ledger = await openQuickBooks(memoryPorts)
  const { bed } = ledger
  return {
    ...ledger,
    letIn: async () => void (await bed.control(`/realms/${bed.realm}/settings`, { multiCurrency: true })),
    vendorIn: async (currency: string) => {
      const name = vendorName()
      const made = await bed.create('vendor', { DisplayName: name, CurrencyRef: { value: currency } })
      return { id: made.Id, name }
    },
    keptAs: async (id: string) => {
      const { CurrencyRef, ExchangeRate } = Object((await bed.api(`/purchaseorder/${id}`)).json.PurchaseOrder)
      return [CurrencyRef.value, ExchangeRate]
    },
  }
}

async function xero() {
  const ledger = await openXero(memoryPorts)
  const { bed } = ledger
  return {
    ...ledger,
    letIn: async () => void (await bed.put('/Currencies', { Code: 'EUR', Description: 'Euro' })),
    vendorIn: async (currency: string) => {
      const name = vendorName()
      const made = await bed.create('Contacts', { Name: name, DefaultCurrency: currency })
      return { id: String(made.ContactID), name }
    },
    keptAs: async (id: string) => {
      const found = (await bed.elements('PurchaseOrders')).find((each) => each.PurchaseOrderID === id)
      return [found?.CurrencyCode, found?.CurrencyRate]
    },
  }
}

async function netSuite() {
  const ledger = await openNetSuite(memoryPorts)
  const { bed } = ledger
  const idOf: Record<string, string> = { USD: '1' }
  const made = async (type: string, body: object) => {
    const { headers } = await bed.record(`/${type}`, { body: JSON.parse(JSON.stringify(body)) })
    return headers.get('location')?.split('/').at(-1) ?? ''
  }
  return {
    ...ledger,
    letIn: async () => {
      idOf.EUR = await made('currency', { name: 'Euro', symbol: 'EUR', exchangeRate: 1.08 })
    },
    vendorIn: async (currency: string) => {
      const name = vendorName()
      const own = { currency: { id: idOf[currency] }, subsidiary: { id: '1' } }
      return { id: await made('vendor', { companyName: name, ...own }), name }
    },
    keptAs: async (id: string) => {
      const found = (await bed.records('purchaseOrder')).find((each) => each.id === id)
      const code = Object.entries(idOf).find(([, each]) => each === Object(found?.currency).id)?.[0]
      return [code, found?.exchangeRate]
    },
  }
}

const scope = (requestKey = '') => ({ companyId: 'company', connectionId: 'connection', requestKey })
let numbers = 0

/** What a sentence is worth that names no way out. */
const cured = /(then send again|correct the currency of this one under Catalogue, Vendors)\.$/

const all = [
  { name: 'QuickBooks', open: quickBooks, rate: 1.08, refuses: 'before' },
  { name: 'Xero', open: xero, rate: 0.92, refuses: 'never' },
  { name: 'NetSuite', open: netSuite, rate: 1.08, refuses: 'when looking' },
] as const

describe.each(all)('two currencies in $name', async ({ open, rate, refuses }) => {
  const ledger = await open()
  afterAll(() => ledger.close())
  const { driver } = ledger
  const check = () => driver.run({ operation: 'connect.check', input: {}, scope: scope() })

  const order = (currency: string, vendor: { id: string; name: string }): LedgerDocument => {
    numbers += 1
    const sample = sampleDocument({ number: `PO-${numbers}`, ...ledger.sample, vendor })
    return JSON.parse(JSON.stringify(sample).replaceAll('"USD"', `"${currency}"`))
  }
  const send = (input: LedgerDocument) =>
    driver.run({ operation: 'document.create', input, scope: scope(`key-${input.number}`) })

  /** What is told of a form before a byte leaves. */
  const foreseen = async (currency: string, vendor: { id: string; name: string }) => {
    const inputs = orderInputs([pipe])
    const { rows } = await driver.run({ operation: 'vendor.list', input: {}, scope: scope() })
    const kept = rows.find(({ reference }) => reference.id === vendor.id)?.currency
    const { currency: home, currencies } = await check()
    const ours = { id: 'v1', name: vendor.name, state: 'active' as const }
    return draftDocument({
      ...inputs,
      submission: { ...inputs.submission, currency },
      vendors: new Map([['v1', kept === undefined ? ours : { ...ours, currency: kept }]]),
      connection: {
        ...inputs.connection,
        capabilities: {
          ...inputs.connection.capabilities,
          vendors: ledger.connector.capabilities.vendors,
        },
        ledger: { currency: home, ...(currencies === undefined ? {} : { currencies }) },
      },
    }).problems
  }

  test('one that the company does not keep stops the form, with who can let it in; let in, nothing stops it', async () => {
    const euros = await foreseen('EUR', ledger.sample.vendor)
    expect(euros.map(({ code }) => code)).toContain('currency-not-taken')
    expect(euros.find(({ code }) => code === 'currency-not-taken')?.message).toMatch(/takes USD only: add/)
    await ledger.letIn()
    const vendor = await ledger.vendorIn('EUR')
    expect(await foreseen('EUR', vendor)).toEqual([])
  })

  test('an order in the vendor’s own currency is kept in it, at the rate of the ledger, and reads back as it was sent', async () => {
    const document = order('EUR', await ledger.vendorIn('EUR'))
    const made = await send(document)
    expect(made.net).toEqual(document.net)
    expect(await ledger.keptAs(made.reference.id)).toEqual(['EUR', rate])
  })

  test('an order in another currency than its vendor’s is stopped before it is sent, where the ledger takes none', async () => {
    const { vendor } = ledger.sample
    const document = order('EUR', vendor)
    const problems = await foreseen('EUR', vendor)
    expect(problems.map(({ code }) => code)).toEqual(refuses === 'before' ? ['vendor-currency'] : [])
    if (refuses === 'before') expect(problems[0]?.message).toMatch(cured)
    const before = ledger.ports.seen.entries.length
    const sent = await send(document).catch((error: LedgerError) => error)
    if (refuses === 'never') {
      expect(await ledger.keptAs(Object(sent).reference.id)).toEqual(['EUR', rate])
      return
    }
    expect(sent).toMatchObject({ message: expect.stringMatching(cured), outcomeUnknown: false })
    expect(await ledger.countDocuments(document.number)).toBe(0)
    const written = ledger.ports.seen.entries.slice(before).filter(({ step }) => step === 'post')
    expect(written).toHaveLength(refuses === 'before' ? 1 : 0)
  })

  test('dollars for a vendor in another currency never become that currency', async () => {
    const document = order('USD', await ledger.vendorIn('EUR'))
    const sent = await send(document).catch((error: LedgerError) => error)
    if (refuses === 'never') {
      expect(await ledger.keptAs(Object(sent).reference.id)).toEqual(['USD', 1])
      return
    }
    expect(sent).toMatchObject({ message: expect.stringMatching(cured), outcomeUnknown: false })
    expect(await ledger.countDocuments(document.number)).toBe(0)
  })
})
