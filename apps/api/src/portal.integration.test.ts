import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from './testing/session.ts'
import { setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, nobody } = stage
const { admin, bookkeeper, viewer } = ours.people
const vendorId = ours.records.vendors

interface Made {
  id: string
  url: string
}
let formId: string
let token: string
let made: Made

let fields: { id: string; label: string }[] = []
const fieldOf = (label: string) => fields.find((field) => field.label === label)?.id ?? ''
const bill = (fields: Record<string, unknown> = {}) => ({
  id: v7(),
  formVersion: 1,
  values: {
    [fieldOf('Materials')]: [{ id: 'r1', description: 'Gravel', quantity: '2', unitPrice: '3.5' }],
    ...fields,
  },
})
const submit = (body: object, by: Session = nobody) =>
  by('POST', `/portal/${token}/forms/${formId}/submissions`, body)
const tokenOf = ({ url }: Made) => new URL(url).pathname.split('/').at(-1) ?? ''
const makeLink = async (wish: object = {}) => {
  const asked = { formIds: [formId], days: 30, ...wish }
  const { status, body } = await bookkeeper.session('POST', `/vendors/${vendorId}/portal-links`, asked)
  expect(status).toBe(201)
  return body as unknown as Made
}

beforeAll(async () => {
  const wish = { name: 'Bill', template: 'purchase-order', type: 'bill' }
  const form = (await admin.session('POST', '/forms', wish)).body
  formId = String(form.id)
  ;({ fields } = form.draft as { fields: typeof fields })
  expect((await admin.session('POST', `/forms/${formId}/publish`, {})).status).toBe(201)
  made = await makeLink({ email: 'yard@cascade.example' })
  token = tokenOf(made)
})

test('S2-09 by its link a supplier sees its own form alone, without an account and without our lists', async () => {
  const { status, body } = await nobody('GET', `/portal/${token}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ vendor: 'Acme', forms: [{ id: formId, version: 1 }], sent: [] })
  const text = JSON.stringify(body.forms)
  expect(text).not.toContain('"vendors"')
  expect(text).not.toContain('"projects"')
  expect((await nobody('GET', '/vendors')).status).toBe(401)
})

test('S2-09 the form is submitted once, by the vendor of the link whatever the values say, and goes its normal way', async () => {
  const other = await admin.session('POST', '/vendors', { name: 'Somebody else' })
  const body = bill({ [fieldOf('Vendor')]: [other.body.id] })
  const sent = await submit(body)
  expect([sent.status, sent.body]).toMatchObject([201, { id: body.id, total: { minor: 700 } }])
  expect((await submit(body)).body.number).toBe(sent.body.number)
  const seen = (await bookkeeper.session('GET', `/submissions/${body.id}`)).body
  expect(seen).toMatchObject({ vendorName: 'Acme', formName: 'Bill' })
  const { body: timeline } = await bookkeeper.session('GET', `/submissions/${body.id}/timeline`)
  expect(JSON.stringify(timeline)).toContain('Acme')
  const { body: page } = await nobody('GET', `/portal/${token}`)
  expect(page.sent).toMatchObject([{ id: body.id, number: sent.body.number }])
})

test('what is wrong stands beside its field; a form of ours that is not the link’s is not there', async () => {
  const refused = await submit(bill({ [fieldOf('Materials')]: [] }))
  expect([refused.status, refused.body.errors]).toMatchObject([422, [{ fieldId: fieldOf('Materials') }]])
  const elsewhere = `/portal/${token}/forms/${ours.records.forms}/submissions`
  expect((await nobody('POST', elsewhere, bill())).status).toBe(404)
  const foreign = { ...bill(), id: ours.records.submissions }
  expect((await submit(foreign)).status).toBe(404)
})

test('a file is attached by the link, and by no file of ours', async () => {
  const upload = async (path: string, session: Session) => {
    const form = new FormData()
    form.append('file', new Blob([path]), 'invoice.pdf')
    return (await session('POST', path, form)).body
  }
  const theirs = await upload(`/portal/${token}/files`, nobody)
  const own = await upload('/files', bookkeeper.session)
  const field = fieldOf('Attachments')
  expect((await submit(bill({ [field]: [own] }))).status).toBe(422)
  const body = bill({ [field]: [theirs] })
  expect((await submit(body)).status).toBe(201)
  expect((await bookkeeper.session('GET', `/files/${String(theirs.id)}`)).status).toBe(200)
  // Who uploads without ever submitting fills no disk.
  const files = stage.services.database.connection.collection<{ _id: string }>('files')
  const unclaimed = { $set: { submissionIds: [], size: 200 * 1024 * 1024 } }
  await files.updateOne({ _id: String(theirs.id) }, unclaimed)
  expect(await upload(`/portal/${token}/files`, nobody)).toMatchObject({ status: 413, code: 'too-large' })
})

test('a link is shown once and mailed once; taken back, over or for an archived vendor it opens nothing', async () => {
  const { body } = await bookkeeper.session('GET', `/vendors/${vendorId}/portal-links`)
  expect(JSON.stringify(body)).not.toContain(token)
  expect(body.rows).toMatchObject([{ id: made.id, state: 'open', forms: [{ id: formId, name: 'Bill' }] }])
  expect((await viewer.session('GET', `/vendors/${vendorId}/portal-links`)).status).toBe(403)
  const mails = stage.services.database.connection.collection('mailOutbox')
  expect(await mails.countDocuments({ to: 'yard@cascade.example', text: { $regex: token } })).toBe(1)
  const short = await makeLink()
  const links = stage.services.database.connection.collection<{ _id: string; expiresAt: Date }>('portalLinks')
  await links.updateOne({ _id: short.id }, { $set: { expiresAt: new Date(0) } })
  expect((await nobody('GET', `/portal/${tokenOf(short)}`)).body.code).toBe('link-over')
  const path = `/vendors/${vendorId}/portal-links/${made.id}`
  expect((await bookkeeper.session('DELETE', path)).status).toBe(204)
  expect((await bookkeeper.session('DELETE', path)).status).toBe(404)
  for (const answer of [await nobody('GET', `/portal/${token}`), await submit(bill())])
    expect([answer.status, answer.body.code]).toEqual([409, 'link-over'])
  expect((await nobody('GET', '/portal/nonsense')).body.code).toBe('link-over')
})

test('whoever asks without end is asked to wait', async () => {
  const guest = await openSession(stage.origin)
  const answers = await Promise.all(Array.from({ length: 140 }, () => guest('GET', '/portal/none')))
  expect(answers.map(({ status }) => status)).toContain(429)
})
