import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let order = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  await bed.create('vendor', { companyName: '<img src=x onerror=alert(1)>', subsidiary: { id: '1' } })
  order = await bed.create(
    'purchaseOrder',
    await bed.purchaseOrder({ tranId: 'PO-77', memo: '"><script>alert(1)</script>' }),
  )
})
afterAll(() => bed.close())

const see = (path: string) => bed.call(`/app${path}${path.includes('?') ? '&' : '?'}account=${bed.realm}`)

describe('pages to look into the books', () => {
  test.each([
    '/',
    '/purchaseorders',
    '/itemreceipts',
    '/vendorbills',
    '/vendors',
    '/items',
    '/accounts',
    '/purchaseorder?id=404',
  ])('%s says Practice and runs no script', async (path) => {
    const page = await see(path)
    expect(page.text).toContain('Practice')
    expect(page.text).not.toMatch(/<script|<img|<style|style="/)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
  })

  test('an order is listed, found and shown with its lines, total and history', async () => {
    expect((await see('/purchaseorders?search=cascade')).text).toContain('PO-77')
    expect((await see('/purchaseorders?search=nobody')).text).not.toContain('PO-77')
    for (const path of ['/purchaseorder', '/accounting/transactions/purchord.nl']) {
      const { text } = await see(`${path}?id=${order}`)
      for (const words of [
        'Purchase order PO-77',
        'Cascade Lumber Supply',
        '2x4x8 Stud',
        'Job Materials',
        'Skip hire',
        '140.00',
        'Pending Receipt',
        'Created',
      ])
        expect(text).toContain(words)
      expect(text).toContain('&lt;script&gt;')
    }
  })

  test('an order, its receipt and its bill lead to each other', async () => {
    const body = { item: { items: [{ orderLine: 1, quantity: 3 }] }, tranId: 'INV-31' }
    for (const type of ['itemReceipt', 'vendorBill'])
      await bed.record(`/purchaseOrder/${order}/!transform/${type}`, { body })
    const { text } = await see(`/purchaseorder?id=${order}`)
    const links = [...text.matchAll(/href="([^"]+(?:itemreceipt|vendorbill)\?[^"]+)"/g)].map(
      ([, href]) => href,
    )
    expect(links).toHaveLength(2)
    expect(text).toContain('Partially Received')
    for (const href of links) {
      const page = await bed.call(String(href).replaceAll('&amp;', '&').replace('/netsuite', ''))
      expect(page.text).toContain('2x4x8 Stud')
      expect(page.text).toContain('PO-77')
    }
    for (const list of ['/itemreceipts', '/vendorbills']) expect((await see(list)).text).toContain('INV-31')
  })

  test('an unknown company is not found', async () => {
    expect((await bed.call('/app/items?account=1')).status).toBe(404)
  })
})
