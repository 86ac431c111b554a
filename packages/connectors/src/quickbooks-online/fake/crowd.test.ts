import { expect, test } from 'vitest'
import { listOf } from '../../fake-service/json.ts'
import { openPracticeBed } from './practice-bed.ts'

test('very many vendors and items are there at one request, all different, and the same after a restart', async () => {
  const bed = await openPracticeBed()
  const before = await bed.control(`/realms/${bed.realm}/crowd`)
  const { json } = await bed.control(`/realms/${bed.realm}/crowd`, { vendors: 300, items: 1500 })
  expect(json).toEqual({
    vendors: Number(before.json.vendors) + 300,
    items: Number(before.json.items) + 1500,
  })
  await bed.control('/requests', {}, 'DELETE')
  const page = (start: number) =>
    bed.query(
      `select * from Item where Active in (true, false) orderby Id startposition ${start} maxresults 1000`,
    )
  const items = [...listOf((await page(1)).Item), ...listOf((await page(1001)).Item)]
  expect(new Set(items.map(({ Name }) => Name)).size).toBe(Number(json.items))
  expect(items.at(-1)).toMatchObject({
    Type: 'NonInventory',
    ExpenseAccountRef: { name: 'Job Materials' },
    PurchaseCost: expect.any(Number),
  })
  const made = await bed.create('vendor', { DisplayName: 'After the crowd' })
  expect((await bed.control('/requests', {}, 'GET')).json).toEqual({
    total: 3,
    realms: { [bed.realm]: { 'query Item': 2, 'POST vendor': 1 } },
  })
  const { folder } = bed
  await bed.close(true)
  const again = await openPracticeBed({ dataFolder: folder })
  await again.connect(bed.realm)
  const shown = await again.query(`select * from Item where Id = '${String(items.at(-1)?.Id)}'`)
  expect(listOf(shown.Item)).toEqual(items.slice(-1))
  expect((await again.api(`/vendor/${made.Id}`)).json.Vendor).toMatchObject({
    DisplayName: 'After the crowd',
  })
  await again.close()
})
