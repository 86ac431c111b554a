import { expect, test } from 'vitest'
import { listOf } from '../../fake-service/json.ts'
import { openPracticeBed } from './practice-bed.ts'

test('very many contacts and items are there at one request, all different, and the same after a restart', async () => {
  const bed = await openPracticeBed()
  const { json } = await bed.control(`/realms/${bed.realm}/crowd`, { vendors: 1200, items: 300 })
  await bed.control('/requests', {}, 'DELETE')
  const page = async (number: number) =>
    listOf(
      (await bed.api(`/Contacts?page=${number}&pageSize=1000&includeArchived=true&order=Name`)).json.Contacts,
    )
  const contacts = [...(await page(1)), ...(await page(2))]
  expect(new Set(contacts.map(({ ContactID }) => ContactID)).size).toBe(Number(json.vendors))
  expect(new Set(contacts.map(({ Name }) => Name)).size).toBe(Number(json.vendors))
  const items = listOf((await bed.api('/Items')).json.Items)
  expect(new Set(items.map(({ Code }) => Code)).size).toBe(Number(json.items))
  expect((await bed.control('/requests', {}, 'GET')).json).toEqual({
    total: 3,
    realms: { [bed.realm]: { 'GET Contacts': 2, 'GET Items': 1 } },
  })
  const { folder } = bed
  await bed.close(true)
  const again = await openPracticeBed({ dataFolder: folder })
  await again.connect(bed.realm)
  expect(listOf((await again.api('/Items')).json.Items)).toEqual(items)
  await again.close()
})
