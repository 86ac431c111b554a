import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let order: JsonObject

beforeAll(async () => {
  bed = await openPracticeBed()
  await bed.create('Contacts', { Name: '<img src=x onerror=alert(1)>' })
  order = await bed.create(
    'PurchaseOrders',
    await bed.purchaseOrder({ PurchaseOrderNumber: 'PO-77', Reference: '"><script>alert(1)</script>' }),
  )
})
afterAll(() => bed.close())

const see = (path: string) => bed.call(`/app${path}${path.includes('?') ? '&' : '?'}tenant=${bed.realm}`)

describe('pages to look into the books', () => {
  test.each(['/', '/purchaseorders', '/bills', '/contacts', '/items', '/accounts', '/purchaseorder?id=404'])(
    '%s says Practice and runs no script',
    async (path) => {
      const page = await see(path)
      expect(page.text).toContain('Practice')
      expect(page.text).not.toMatch(/<script|<img|<style|style="/)
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
    },
  )

  test('an order is listed, found and shown with its lines, total and history', async () => {
    expect((await see('/purchaseorders?search=cascade')).text).toContain('PO-77')
    expect((await see('/purchaseorders?search=nobody')).text).not.toContain('PO-77')
    const { text } = await see(`/purchaseorder?id=${String(order.PurchaseOrderID)}`)
    for (const words of [
      'Purchase order PO-77',
      'Cascade Lumber Supply',
      'LUM-2048',
      'Skip hire',
      '146.60',
      'DRAFT',
      'Created',
    ])
      expect(text).toContain(words)
    expect(text).toContain('&lt;script&gt;')
  })

  test('an unknown organisation is not found', async () => {
    expect((await bed.call('/app/items?tenant=1')).status).toBe(404)
  })
})
