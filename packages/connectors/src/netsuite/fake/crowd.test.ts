import { expect, test } from 'vitest'
import { listOf } from '../../fake-service/json.ts'
import { openPracticeBed } from './practice-bed.ts'

test('very many vendors and items are there at one request, all different, and the same after a restart', async () => {
  const bed = await openPracticeBed()
  const { json } = await bed.control(`/realms/${bed.realm}/crowd`, { vendors: 300, items: 1500 })
  await bed.control('/requests', {}, 'DELETE')
  const page = async (offset: number) =>
    listOf(
      (await bed.suiteQl('SELECT id, itemid FROM item ORDER BY id', `?limit=1000&offset=${offset}`)).json
        .items,
    )
  const items = [...(await page(0)), ...(await page(1000))]
  expect(new Set(items.map(({ itemid }) => itemid)).size).toBe(Number(json.items))
  expect(items.map(({ id }) => Number(id))).toEqual(items.map((_, n) => n + 1))
  const id = await bed.create('vendor', { companyName: 'After the crowd', subsidiary: { id: '1' } })
  expect((await bed.control('/requests', {}, 'GET')).json).toEqual({
    total: 3,
    realms: { [bed.realm]: { 'suiteql item': 2, 'POST vendor': 1 } },
  })
  const last = String(items.at(-1)?.id)
  const type = await bed.itemType(last)
  const kept = await bed.read(type, last)
  const { folder, url } = bed
  await bed.close(true)
  const again = await openPracticeBed({ dataFolder: folder })
  await again.connect(bed.realm)
  expect(JSON.stringify(await again.read(type, last)).replaceAll(again.url, url)).toBe(JSON.stringify(kept))
  expect(await again.read('vendor', id)).toMatchObject({ companyName: 'After the crowd' })
  await again.close()
})
