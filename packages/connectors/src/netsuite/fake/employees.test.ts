import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let dana = ''
let ruth = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  dana = await bed.idOf('employee', 'Dana Whitfield')
  ruth = await bed.idOf('employee', 'Ruth Alvarez')
})
afterAll(() => bed.close())

const order = (changes: JsonObject = {}) => bed.purchaseOrder(changes)
const rows = async (q: string, page = '') => listOf((await bed.suiteQl(q, page)).json.items)
const invalid = (value: string) => ({
  status: 400,
  code: 'INVALID_CONTENT',
  detail: `Error while accessing resource: You have entered an Invalid Field Value ${value} for the following field: employee`,
  path: 'employee',
})

describe('the employees of a practice company', () => {
  const q = 'SELECT id, entityid, firstname, lastname, isinactive FROM employee ORDER BY id'

  test('are six, one of them inactive, told by SuiteQL in pages like every other list', async () => {
    const all = await rows(q)
    expect(all[0]).toEqual({
      links: [],
      id: dana,
      entityid: 'Dana Whitfield',
      firstname: 'Dana',
      lastname: 'Whitfield',
      isinactive: 'F',
    })
    expect(all).toHaveLength(6)
    expect(all.filter(({ isinactive }) => isinactive === 'T')).toMatchObject([{ entityid: 'Ruth Alvarez' }])
    const { json } = await bed.suiteQl(q, '?limit=4&offset=4')
    expect(json).toMatchObject({ count: 2, hasMore: false, offset: 4, totalResults: 6 })
    expect(json.items).toEqual(all.slice(4))
    const after = `SELECT id FROM employee WHERE id > ${String(all[2]?.id)} ORDER BY id`
    expect((await rows(after)).map(({ id }) => id)).toEqual(all.slice(3).map(({ id }) => id))
  })

  test('are entities: no vendor or customer has the id of one', async () => {
    const others = [...(await bed.records('vendor')), ...(await bed.records('customer'))]
    const ids = (await bed.records('employee')).map(({ id }) => id)
    expect(others.filter(({ id }) => ids.includes(id ?? null))).toEqual([])
  })

  test('of another trade are led by another foreman', async () => {
    const volt = await openPracticeBed({ trade: 'electric' })
    expect(await volt.idOf('employee', 'Sam Okafor')).not.toBe('undefined')
    await volt.close()
  })

  test('are made, read and changed by the record service; one who is named cannot be deleted', async () => {
    const body = { firstName: 'Ana', lastName: 'Silva', subsidiary: { id: '1' }, supervisor: { id: dana } }
    const id = await bed.create('employee', { ...body, externalId: 'fl-ana' })
    await bed.patch(`/employee/${id}`, { title: 'Carpenter' })
    expect(await bed.read('employee', 'eid:fl-ana')).toMatchObject({
      id,
      entityId: 'Ana Silva',
      title: 'Carpenter',
      isInactive: false,
      subsidiary: { refName: 'Harbour Test' },
      supervisor: { id: dana, refName: 'Dana Whitfield' },
    })
    const kept = await bed.record(`/employee/${dana}`, { method: 'DELETE' })
    expect(errorOf(kept).detail).toContain('it has dependent records.')
    expect((await bed.record(`/employee/${id}`, { method: 'DELETE' })).status).toBe(204)
  })

  test.each<[string, JsonObject, string]>([
    ['no names', {}, 'Please enter value(s) for: First Name, Last Name, Subsidiary.'],
    [
      'a name that is taken',
      { firstName: 'dana', lastName: 'WHITFIELD', subsidiary: { id: '1' } },
      'An employee record with this ID already exists.',
    ],
    [
      'a short telephone number',
      { firstName: 'A', lastName: 'B', subsidiary: { id: '1' }, mobilePhone: '12345' },
      'Phone number should have seven digits or more.',
    ],
  ])('with %s are refused', async (_title, body, sentence) => {
    const refused = errorOf(await bed.record('/employee', { body }))
    expect(refused).toMatchObject({ status: 400, code: 'USER_ERROR' })
    expect(refused.detail).toContain(sentence)
  })
})

describe('a purchase order for an employee', () => {
  const reference = (id: string, refName: string) => ({
    links: [{ rel: 'self', href: expect.stringMatching(new RegExp(`/record/v1/employee/${id}$`)) }],
    id,
    refName,
  })

  test('keeps the employee, and gives a reference back', async () => {
    const id = await bed.create('purchaseOrder', await order({ tranId: 'PO-E1', employee: { id: dana } }))
    expect((await bed.read('purchaseOrder', id)).employee).toEqual(reference(dana, 'Dana Whitfield'))
    expect(
      await rows("SELECT employee, BUILTIN.DF(employee) AS who FROM transaction WHERE tranid = 'PO-E1'"),
    ).toEqual([{ links: [], employee: dana, who: 'Dana Whitfield' }])
  })

  test('gets another by PUT or PATCH, none by null, and keeps the one where nothing is said', async () => {
    const felix = await bed.idOf('employee', 'Felix Ortega')
    const address = '/purchaseOrder/eid:fl-emp?replace=item,expense'
    await bed.put(address, await order({ employee: { id: dana } }))
    await bed.put(address, await order({ employee: { id: felix } }))
    await bed.patch('/purchaseOrder/eid:fl-emp', { memo: 'Gate 3' })
    expect(await bed.read('purchaseOrder', 'eid:fl-emp')).toMatchObject({
      employee: reference(felix, 'Felix Ortega'),
      memo: 'Gate 3',
    })
    await bed.patch('/purchaseOrder/eid:fl-emp', { employee: { id: dana } })
    expect(await bed.read('purchaseOrder', 'eid:fl-emp')).toMatchObject({ employee: { id: dana } })
    await bed.patch('/purchaseOrder/eid:fl-emp', { employee: null })
    expect(await bed.read('purchaseOrder', 'eid:fl-emp')).not.toHaveProperty('employee')
  })

  test('is refused where the employee does not exist, is inactive or is a vendor', async () => {
    const vendor = await bed.idOf('vendor', 'Cascade Lumber Supply')
    const before = (await bed.records('purchaseOrder')).length
    for (const id of ['9999', ruth, vendor]) {
      const answer = await bed.record('/purchaseOrder', { body: await order({ employee: { id } }) })
      expect(answer.headers.get('content-type')).toContain('type=error')
      expect(errorOf(answer)).toEqual(invalid(id))
    }
    expect((await bed.records('purchaseOrder')).length).toBe(before)
  })

  test('stays as it is when the employee leaves, but names no one who has left anew', async () => {
    const tom = await bed.idOf('employee', 'Tom Becker')
    const id = await bed.create('purchaseOrder', await order({ employee: { id: tom } }))
    await bed.control(`/realms/${bed.realm}/employee/${tom}`, { isInactive: true })
    expect((await bed.patch(`/purchaseOrder/${id}`, { memo: 'Still his' })).status).toBe(204)
    expect(await bed.read('purchaseOrder', id)).toMatchObject({ employee: reference(tom, 'Tom Becker') })
    const again = await bed.patch(`/purchaseOrder/${id}`, { employee: { id: tom } })
    expect(errorOf(again)).toEqual(invalid(tom))
    await bed.control(`/realms/${bed.realm}/employee/${tom}`, { isInactive: false })
    expect((await bed.patch(`/purchaseOrder/${id}`, { employee: { id: tom } })).status).toBe(204)
  })

  test('shows the employee on its page, and where there is none no empty fact', async () => {
    const page = async (changes: JsonObject) => {
      const id = await bed.create('purchaseOrder', await order(changes))
      return (await bed.call(`/app/purchaseorder?id=${id}&account=${bed.realm}`)).text
    }
    const maeve = await bed.idOf('employee', "Maeve O'Donnell")
    expect(await page({ employee: { id: maeve } })).toMatch(/<dt>Employee<\/dt><dd>Maeve O(&#39;|')Donnell</)
    expect(await page({})).not.toContain('Employee')
  })
})

test('a bill has no employee: the name is ignored, and refused where names are checked; an order hands none over', async () => {
  const body = { ...(await order()), employee: { id: dana } }
  const id = await bed.create('vendorBill', body)
  expect(await bed.read('vendorBill', id)).not.toHaveProperty('employee')
  const headers = { 'x-netsuite-propertynamevalidation': 'Error' }
  expect(errorOf(await bed.record('/vendorBill', { body, headers }))).toMatchObject({
    status: 400,
    code: 'INVALID_CONTENT',
    path: 'employee',
  })
  const from = await bed.create('purchaseOrder', body)
  const made = await bed.record(`/purchaseOrder/${from}/!transform/vendorBill`, { headers, body: {} })
  expect(made.status).toBe(204)
})
