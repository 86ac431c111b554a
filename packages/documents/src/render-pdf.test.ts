import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canPrintLogo } from './can-print-logo.ts'
import { layOut } from './layout/lay-out.ts'
import { markMissing } from './layout/mark-missing.ts'
import { renderPdf } from './render-pdf.ts'
import { printedOrder } from './testing/printed-order.ts'
import { redPoint } from './testing/red-point.ts'

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length
const hashOf = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex')
/** Every text of the layout, in its order. */
function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (Array.isArray(part)) return part.flatMap(textsOf)
  if (typeof part !== 'object' || part === null) return []
  return ['text', 'stack', 'columns', 'table', 'body'].flatMap((name) =>
    textsOf((part as Record<string, unknown>)[name]),
  )
}
const texts = (printed = printedOrder(1)) => textsOf(layOut(printed).content)

test('the paper says who buys what of whom, for which project, for how much, and who approved it when', () => {
  const said = texts()
  for (const wanted of [
    'Harbour Construction',
    'Practice',
    'Purchase order',
    'PO-2026-0042',
    'Nov 25, 2026',
    'Hartmann Elektro Öl & Söhne',
    'Pier 7',
    'Dec 24, 2026',
    '12.5',
    '1,234.125',
    '$15,426.56',
    '$16,969.22',
    'Ann Approver',
    'Nov 26, 2026',
  ])
    expect(said).toContain(wanted)
})

test('a letter that the typeface has not is a box, and the paper says what the box means', async () => {
  const { company } = printedOrder(1)
  const named = printedOrder(1, { company: { ...company, name: '海港 建設 Łódź Ωμέγα 🙂' } })
  const known = new Set('Łódź Ωμέγα')
  const marked = markMissing(layOut(named), (point) => known.has(String.fromCodePoint(point)))
  const said = textsOf(marked.content)
  expect(said).toContain('□□ □□ Łódź Ωμέγα □')
  expect(said.at(-1)).toContain('The form itself keeps it.')
  expect(textsOf(markMissing(layOut(printedOrder(1)), () => true).content)).toEqual(texts())
  // The real typeface has Greek letters and no Chinese ones: these are one box like another.
  const printed = ['海', '建', 'Ω'].map((name) => renderPdf(printedOrder(0, { vendor: { name } })))
  const [sea, building, omega] = (await Promise.all(printed)).map(hashOf)
  expect(sea).toBe(building)
  expect(omega).not.toBe(sea)
}, 20_000)

test('what nobody decided has a line to sign on, and says that it is not approved', () => {
  const { submission } = printedOrder(1)
  const said = texts(printedOrder(1, { approvals: [], submission: { ...submission, status: 'pending' } }))
  expect(said).toContain('Signature')
  expect(said).toContain('Not approved yet')
})

test('G-02 lines that are bought of somebody else than the head says name their vendor, others do not', () => {
  const { submission, content } = printedOrder(2)
  const of = (vendorId: string, ...vendorIds: string[]) => {
    const rows = vendorIds.map((id, at) => ({ ...rowOf(at), vendorId: id }))
    const names = new Map([
      ['v1', 'Hartmann'],
      ['v2', 'Norton Lumber'],
    ])
    return texts(
      printedOrder(2, {
        content,
        names,
        submission: { ...submission, vendorId, values: { f_lines01: rows } },
      }),
    )
  }
  const rowOf = (at: number) => ({ id: `r${at}`, description: 'Pipe', quantity: '1' })
  expect(of('v1', 'v1', 'v2').filter((text) => text === 'Norton Lumber')).toHaveLength(1)
  expect(of('v1', 'v1', 'v1')).not.toContain('Hartmann')
})

test('amounts have the decimals of their currency', () => {
  const { submission } = printedOrder(0)
  const yen = { minor: 9_007_199_254_740_991, currency: 'JPY' }
  const totals = { net: yen, tax: { minor: 0, currency: 'JPY' }, total: yen }
  expect(texts(printedOrder(0, { submission: { ...submission, totals } }))).toContain(
    '¥9,007,199,254,740,991',
  )
})

test('sixty lines take several pages, none take one; the same form is the same bytes', async () => {
  const [none, sixty, again] = [
    await renderPdf(printedOrder(0)),
    await renderPdf(printedOrder(60)),
    await renderPdf(printedOrder(60)),
  ]
  expect(pagesOf(none)).toBe(1)
  expect(pagesOf(sixty)).toBeGreaterThan(2)
  expect(hashOf(again)).toBe(hashOf(sixty))
})

test('the logo of the company stands on the paper; what cannot be printed is found before it is kept', async () => {
  const { company } = printedOrder(0)
  const plain = await renderPdf(printedOrder(0))
  const marked = await renderPdf(printedOrder(0, { company: { ...company, logo: redPoint } }))
  expect(Buffer.from(plain).includes('/Subtype /Image')).toBe(false)
  expect(Buffer.from(marked).includes('/Subtype /Image')).toBe(true)
  expect(await canPrintLogo(redPoint)).toBe(true)
  const cut = { ...redPoint, bytes: redPoint.bytes.subarray(0, 30) }
  expect(await canPrintLogo(cut)).toBe(false)
})
