import { expect } from 'vitest'
import { compareDocuments } from '../documents/compare-documents.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { LedgerDocument } from '../documents/ledger-document.ts'
import type { PurchaseTaxCode } from '../documents/purchase-tax-code.ts'
import { percentOf } from '../money/arithmetic.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/** A ledger of which some companies have tax on what they buy: it says so, and each line bears the code that was sent. */
export function taxConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, ledger, fresh } = withLedger(options)
  const can = options.connector.capabilities.documents[options.kind]
  const byCompany = {
    able: can?.lineTax === 'by-company',
    flag: `documents.${options.kind}.lineTax = ${can?.lineTax ?? false}`,
  }

  testWhenAble(
    { title: 'G-14 a company says whether it has purchase tax, and its codes for that', ...byCompany },
    async () => {
      expect(await run('connect.check', {})).toMatchObject({ purchaseTax: false })
      await ledger().taxPurchases?.()
      const { purchaseTax, taxCodes = [] } = await run('connect.check', {})
      expect(purchaseTax).toBe(true)
      const heights = taxCodes.map(({ rate }) => rate)
      expect(heights).toEqual(expect.arrayContaining(['20', '5', '0']))
      expect(heights).not.toContain('17.5')
    },
  )

  testWhenAble(
    {
      title: 'G-14 the code of each line and the tax on top of it read back as they were sent, changed too',
      ...byCompany,
    },
    async () => {
      await ledger().taxPurchases?.()
      const { taxCodes = [] } = await run('connect.check', {})
      const codeOf = (rate: string) => {
        const found = taxCodes.find((code) => code.rate === rate)
        return found ?? expect.unreachable(`no code of ${rate} %`)
      }
      const { document, requestKey } = fresh(options.kind)
      const sent = taxed(document, [codeOf('20'), codeOf('0')])
      const made = await run('document.create', sent, { requestKey })
      expect([compareDocuments(sent, made), made.net, made.total]).toEqual([[], sent.net, sent.total])
      const changed = taxed(document, [codeOf('5'), codeOf('20')])
      const { reference } = made
      await run('document.update', { document: changed, reference }, { requestKey: `${requestKey}-2` })
      const read = await run('document.get', { kind: changed.kind, reference })
      if (read === null) expect.unreachable('the changed document is not there')
      expect([compareDocuments(changed, read), read.net, read.total]).toEqual([
        [],
        changed.net,
        changed.total,
      ])
    },
  )

  testWhenAble(
    {
      title: 'G-14 a document of which nobody says anything about tax comes to its net',
      able: byCompany.able && can?.untaxed === true,
      flag: `documents.${options.kind}.untaxed = ${can?.untaxed ?? false}`,
    },
    async () => {
      await ledger().taxPurchases?.()
      const { document, requestKey } = fresh(options.kind)
      const sent: LedgerDocument = { ...document, taxing: 'none' }
      const made = await run('document.create', sent, { requestKey })
      expect([compareDocuments(sent, made), made.net]).toEqual([[], sent.net])
    },
  )
}

function taxed(document: LedgerDocument, codes: readonly PurchaseTaxCode[]): LedgerDocument {
  const lines = document.lines.map((line, position) => {
    const { id, name, rate } = codes[position % codes.length] ?? expect.unreachable('no code')
    return { ...line, taxRate: rate, taxCode: { id, name } }
  })
  const tax = lines.reduce((sum, { amount, taxRate }) => sum + percentOf(amount, taxRate).minor, 0)
  const total = { ...document.net, minor: document.net.minor + tax }
  return { ...document, lines, total, taxing: 'by-lines' }
}
