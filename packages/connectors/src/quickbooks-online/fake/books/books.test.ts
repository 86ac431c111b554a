import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPracticeBed } from '../practice-bed.ts'

test('books, request ids, tokens and settings are there again after a reopening over a torn line', async () => {
  const bed = await openPracticeBed()
  const body = await bed.purchaseOrder({ DocNumber: 'KEPT' })
  const first = await bed.api('/purchaseorder?requestid=k-1', { body })
  await bed.control(`/realms/${bed.realm}/settings`, { checkLineAmounts: false })
  const before = await bed.books()
  await bed.close(true)
  appendFileSync(join(bed.folder, 'quickbooks-online.jsonl'), '{"type":"commit","realm":"')
  const again = await openPracticeBed({ dataFolder: bed.folder })
  again.realm = bed.realm
  again.access = bed.access
  expect(await again.books()).toEqual(before)
  expect((await again.api('/purchaseorder?requestid=k-1', { body })).text).toBe(first.text)
  expect((await again.token({ grant_type: 'refresh_token', refresh_token: bed.refresh })).status).toBe(200)
  expect(readFileSync(join(bed.folder, 'quickbooks-online.jsonl'), 'utf8')).not.toContain(bed.access)
  await again.close()
})
