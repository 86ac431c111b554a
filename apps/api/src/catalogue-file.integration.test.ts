import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { csvText } from './csv/write-csv.ts'
import { setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { bookkeeper, viewer } = stage.ours.people

interface Answer {
  counts: object
  unread: string[]
  rows: { line: number; outcome: string; changes: object[]; reason?: string }[]
  reportId?: string
}
const load = async (file: string, apply: boolean) => {
  const { body } = await bookkeeper.session('POST', '/vendors/import', { file, fileName: 'v.csv', apply })
  return body as unknown as Answer
}
const named = async (name: string) => {
  const { body } = await bookkeeper.session('GET', `/vendors?q=${encodeURIComponent(name)}`)
  return (body as unknown as { rows: Record<string, unknown>[] }).rows
}

test('the preview writes nothing; the import does what it said, and its report is found again', async () => {
  const file = `Name;City;E-mail\r\nPreview Paving;Kent;a@b.example\r\n;Kent;\r\nLong;;${'x'.repeat(301)}`
  const preview = await load(file, false)
  expect(preview.counts).toEqual({ new: 1, changed: 0, unchanged: 0, bad: 2 })
  expect(preview.rows.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'It has neither a name nor an Id.'],
    [4, expect.stringContaining('E-mail must NOT have more than 300')],
    [2, undefined],
  ])
  expect(await named('Preview Paving')).toEqual([])
  const done = await load(file, true)
  expect(await named('Preview Paving')).toMatchObject([{ city: 'Kent', email: 'a@b.example' }])
  const { body } = await viewer.session('GET', '/imports?list=vendors')
  expect(body.rows).toMatchObject([{ id: done.reportId, fileName: 'v.csv', counts: done.counts }])
  const report = await viewer.session('GET', `/imports/${done.reportId}/report.csv`)
  expect(String(report.body.text)).toContain('Preview Paving,New')
  expect((await load(file, true)).counts).toEqual({ new: 0, changed: 0, unchanged: 1, bad: 2 })
})

test('what is handed out is taken back unchanged, formulas and all', async () => {
  const evil = { name: '=HYPERLINK("http://evil.example")', phone: '+1 206', address: '-2\n"Gate", 3' }
  expect((await bookkeeper.session('POST', '/vendors', evil)).status).toBe(201)
  const text = String((await bookkeeper.session('GET', '/vendors.csv')).body.text)
  const rows: string[][] = parse(text, { bom: true })
  const [row] = rows.filter(([name]) => name?.includes('HYPERLINK'))
  expect(row?.slice(0, 3)).toEqual([`'${evil.name}`, '', `'${evil.phone}`])
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@]/)
  expect((await load(text, false)).counts).toMatchObject({ new: 0, changed: 0, bad: 0 })
})

test('ten thousand rows are loaded, one more is refused', async () => {
  const rows = (count: number) =>
    csvText(Array.from({ length: count }, (_, index) => ({ Name: `Crowd ${index}`, City: 'Kent' })))
  expect((await load(rows(10_000), true)).counts).toMatchObject({ new: 10_000, bad: 0 })
  const { status, body } = await bookkeeper.session('POST', '/vendors/import', {
    file: rows(10_001),
    fileName: 'v.csv',
    apply: false,
  })
  expect([status, body.code]).toEqual([409, 'file-too-long'])
}, 60_000)
