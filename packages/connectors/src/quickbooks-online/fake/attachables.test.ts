import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isObject, type JsonObject, listOf } from '../../fake-service/json.ts'
import { accountLine, errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let bill = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  const made = await bed.create('bill', {
    VendorRef: { value: await bed.idOf('Vendor', 'Cascade Lumber Supply') },
    Line: [accountLine(await bed.idOf('Account', 'Job Materials'))],
  })
  bill = made.Id
})
afterAll(() => bed.close())

const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255, 128])
const beside = (value: string) => ({ AttachableRef: [{ EntityRef: { type: 'Bill', value } }] })

async function upload(metadata: JsonObject, query = ''): Promise<{ status: number; json: JsonObject }> {
  const form = new FormData()
  form.append('file_metadata_01', new Blob([JSON.stringify(metadata)], { type: 'application/json' }))
  form.append('file_content_01', new Blob([bytes], { type: 'application/pdf' }), 'slip.pdf')
  const answer = await fetch(`${bed.url}/v3/company/${bed.realm}/upload${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bed.access}`, accept: 'application/json' },
    body: form,
  })
  return { status: answer.status, json: (await answer.json()) as JsonObject }
}
const attachable = ({ json }: { json: JsonObject }): JsonObject => {
  const [first] = listOf(json.AttachableResponse)
  return isObject(first?.Attachable) ? first.Attachable : {}
}
const ofBill = async () =>
  listOf(
    (await bed.query(`select * from Attachable where AttachableRef.EntityRef.value = '${bill}'`)).Attachable,
  )

describe('a file is uploaded', () => {
  test('byte for byte, and stands beside its bill', async () => {
    const made = attachable(await upload({ ...beside(bill), Note: 'Delivery slip' }))
    expect(made).toMatchObject({
      FileName: 'slip.pdf',
      ContentType: 'application/pdf',
      Note: 'Delivery slip',
      Size: bytes.length,
      SyncToken: '0',
      ...beside(bill),
    })
    const path = `/_control/realms/${bed.realm}/attachable/${String(made.Id)}/content`
    const kept = await fetch(`${bed.url}${path}`)
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(bytes)
    expect((await bed.api(`/attachable/${String(made.Id)}`)).json.Attachable).toMatchObject({
      Size: bytes.length,
    })
    expect(await ofBill()).toHaveLength(1)
    const page = await bed.call(`/app/bill?txnId=${bill}&realm=${bed.realm}`)
    expect(page.text).toContain('slip.pdf')
    const { Id = '', SyncToken = '' } = made
    await bed.api('/attachable?operation=delete', { body: { Id, SyncToken } })
    expect(await ofBill()).toEqual([])
  })

  test('once for one requestid', async () => {
    const [first, again] = [
      attachable(await upload(beside(bill), '?requestid=file-1')),
      attachable(await upload(beside(bill), '?requestid=file-1')),
    ]
    expect(again.Id).toBe(first.Id)
    expect(await ofBill()).toHaveLength(1)
  })

  test('but not beside what is not there, no archive, and not without a file', async () => {
    const lost = await upload(beside('99999'))
    expect([lost.status, isObject(lost.json.Fault)]).toEqual([400, true])
    const packed = await upload({ FileName: 'photos.ZIP', ...beside(bill) })
    expect([packed.status, JSON.stringify(packed.json)]).toEqual([400, expect.stringContaining('zip')])
    const none = await bed.api('/upload', { body: {} })
    expect([none.status, errorOf(none).code]).toEqual([400, '2010'])
  })

  test('a note needs no file', async () => {
    const { Id } = await bed.create('attachable', { Note: 'Sent by Fieldledger', ...beside(bill) })
    expect((await bed.api(`/attachable/${Id}`)).json.Attachable).toMatchObject({
      Note: 'Sent by Fieldledger',
    })
  })
})
