import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from './json.ts'
import { openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let order: Entity

beforeAll(async () => {
  bed = await openPracticeBed()
  await bed.create('vendor', { DisplayName: '<img src=x onerror=alert(1)>' })
  order = await bed.create(
    'purchaseorder',
    await bed.purchaseOrder({
      DocNumber: 'PO-77',
      DueDate: '2026-12-24',
      PrivateNote: '"><script>alert(1)</script>',
    }),
  )
})
afterAll(() => bed.close())

const see = (path: string) => bed.call(`/app${path}${path.includes('?') ? '&' : '?'}realm=${bed.realm}`)
const press = (path: string, form: Record<string, string>, headers: Record<string, string>) =>
  bed.call(`/app${path}`, {
    text: new URLSearchParams({ realm: bed.realm, ...form }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

describe('pages to look into the books', () => {
  test.each([
    '/',
    '/expenses',
    '/vendors',
    '/items',
    '/chartofaccounts',
    '/purchaseorder?txnId=1',
    '/purchaseorder?txnId=404',
  ])('%s says Practice and runs no script', async (path) => {
    const page = await see(path)
    expect(page.text).toContain('Practice')
    expect(page.text).not.toMatch(/<script|<img|<style|style="/)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
  })

  test('S2-18 S2-19 a purchase order shows Item details, Category details, memo, due date and total', async () => {
    const { text } = await see(`/purchaseorder?txnId=${order.Id}`)
    for (const words of [
      'Purchase Order no. PO-77',
      'Item details',
      'Category details',
      '2x4x8 Stud',
      'Job Materials',
      'Dec 24, 2026',
      '$140.00',
      'Open',
      'Created',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('Expenses lists the order with a link and can be searched', async () => {
    expect((await see('/expenses')).text).toContain(`purchaseorder?txnId=${order.Id}&amp;realm=${bed.realm}`)
    expect((await see('/expenses?search=cascade')).text).toContain('PO-77')
    expect((await see('/expenses?search=nobody')).text).not.toContain('PO-77')
  })

  test('a deleted order can still be looked at', async () => {
    const gone = await bed.create('purchaseorder', await bed.purchaseOrder({ DocNumber: 'PO-GONE' }))
    await bed.api('/purchaseorder?operation=delete', { body: { Id: gone.Id, SyncToken: '0' } })
    expect((await see(`/purchaseorder?txnId=${gone.Id}`)).text).toContain('>Deleted<')
    expect((await see('/expenses')).text).not.toContain('PO-GONE')
  })

  test('S2-37 a product is made inactive, found under Inactive, and made active again', async () => {
    const item = await bed.idOf('Item', 'Rebar #4')
    const origin = new URL(bed.url).origin
    const answer = await press(`/items/${item}/active`, { active: 'false', status: 'active' }, { origin })
    expect(answer.status).toBe(303)
    expect((await see('/items')).text).not.toContain('Rebar #4')
    expect((await see('/items?status=inactive')).text).toContain('Make active: Rebar #4')
    await press(`/items/${item}/active`, { active: 'true', status: 'inactive' }, { origin })
    expect((await see('/items')).text).toContain('Make inactive: Rebar #4')
  })

  test('S2-39 renamed to a name that another product has, it is merged after "Yes", and the other one keeps all', async () => {
    const origin = new URL(bed.url).origin
    const [kept, duplicate] = [await bed.idOf('Item', 'Rebar #4'), await bed.idOf('Item', '2x4x8 Stud')]
    const before = (await bed.api(`/item/${kept}`)).json
    const form = { name: 'Rebar #4' }
    const asked = await press(`/items/${duplicate}/name`, form, { origin })
    expect(asked.text).toContain('Would you like to merge the two?')
    expect((await see('/items')).text).toContain('2x4x8 Stud')
    expect((await press(`/items/${duplicate}/name`, { ...form, merge: 'yes' }, { origin })).status).toBe(303)
    expect((await see('/items')).text).not.toContain('2x4x8 Stud')
    expect((await see('/items?status=inactive')).text).toContain('Rebar #4 (deleted)')
    const { Item } = (await bed.api(`/item/${kept}`)).json as { Item: unknown }
    expect({ Item }).toEqual({ Item: (before as { Item: unknown }).Item })
  })

  test.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['nowhere', {}],
  ])('a button pressed from %s changes nothing', async (_title, headers) => {
    const item = await bed.idOf('Item', 'Rebar #4')
    expect((await press(`/items/${item}/active`, { active: 'false' }, headers)).status).toBe(403)
    expect((await see('/items')).text).toContain('Rebar #4')
  })

  test('an unknown company is not found', async () => {
    expect((await bed.call('/app/items?realm=1')).status).toBe(404)
  })
})
