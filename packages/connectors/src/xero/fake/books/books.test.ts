import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPracticeBed } from '../practice-bed.ts'

test('books, keys, tokens, notes and settings are there again after a reopening over a torn line', async () => {
  const bed = await openPracticeBed()
  const body = { PurchaseOrders: [await bed.purchaseOrder({ PurchaseOrderNumber: 'KEPT' })] }
  const first = await bed.put('/PurchaseOrders', body, { 'idempotency-key': 'k-1' })
  await bed.put('/PurchaseOrders/KEPT/History', { HistoryRecords: [{ Details: 'x' }] })
  await bed.control(`/realms/${bed.realm}/settings`, { periodLockDate: '2026-01-31' })
  const before = await bed.books()
  await bed.close(true)
  const path = join(bed.folder, 'xero.jsonl')
  appendFileSync(path, '{"type":"commit","tenant":"')
  const again = await openPracticeBed({ dataFolder: bed.folder })
  again.realm = bed.realm
  again.access = bed.access
  expect(await again.books()).toEqual(before)
  expect((await again.put('/PurchaseOrders', body, { 'idempotency-key': 'k-1' })).text).toBe(first.text)
  expect((await again.token({ grant_type: 'refresh_token', refresh_token: bed.refresh })).status).toBe(200)
  expect(readFileSync(path, 'utf8')).not.toContain(bed.access)
  await again.close()
})
