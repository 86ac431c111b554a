import type { JournalEntry } from '@fieldledger/accounting'
import type { Page, SyncLogEntry } from '@fieldledger/contract'
import { createJournal } from '@fieldledger/storage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, theirs } = stage
const { session } = ours.people.bookkeeper
const { connections: connectionId, submissions: submissionId } = ours.records
const [connector] = stage.services.connectors

function exchange(given: Partial<JournalEntry>): JournalEntry {
  return {
    scope: { companyId: ours.scope.companyId, connectionId },
    provider: connector?.id ?? '',
    operation: 'vendor.list',
    step: 'page',
    request: { method: 'GET', path: '/vendors' },
    durationMs: 3,
    ...given,
  }
}

const long = 'x'.repeat(100_000)
const refused = { code: 'refused', message: 'Closed until 31 March (50% done).' }

beforeAll(async () => {
  const journal = createJournal(stage.services.database)
  const of = { companyId: ours.scope.companyId, connectionId }
  await journal.record(
    exchange({ scope: { ...of, submissionId }, operation: 'document.create', step: 'post' }),
  )
  await journal.record(
    exchange({
      operation: 'document.create',
      request: { method: 'POST', path: '/o', body: long },
      error: refused,
    }),
  )
  await journal.record(exchange({ error: { code: 'outcome-unknown', message: 'No answer came.' } }))
  for (let row = 0; row < 150; row += 1) await journal.record(exchange({}))
})

/** As the people of the stage are called. */
const nameOf = (id: string) => stage.services.runtime.ports.people.names({ scope: ours.scope, ids: [id] })

async function found(filters: string): Promise<SyncLogEntry[]> {
  const { status, body } = await session('GET', `/sync-log?${filters}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as unknown as Page<SyncLogEntry>).rows
}

test('an exchange is found in the log by its form, its sentence, its name and its outcome, however far down it stands', async () => {
  const { body } = await session('GET', `/submissions/${submissionId}`)
  const number = String(body.number)
  expect((await found(`q=${number.toLowerCase()}`)).map((row) => row.submissionNumber)).toEqual([number])
  expect((await found('q=closed%20until')).map(({ message }) => message)).toEqual([refused.message])
  expect(await found('q=50%25%20d')).toHaveLength(1)
  expect(await found('q=.*closed')).toEqual([])
  expect((await found('q=send%20the%20doc')).map(({ status }) => status)).toEqual(['failure', 'success'])
  expect((await found('status=failure')).map(({ message }) => message)).toEqual([refused.message])
  expect((await found('about=documents')).map(({ title }) => title)).toEqual(['Send the document'])
  expect((await found('about=lists&status=failure')).map(({ title }) => title)).toEqual(['Send the document'])
  expect((await found('status=unknown')).map(({ message }) => message)).toEqual(['No answer came.'])
  expect(await found(`q=${encodeURIComponent(connector?.label ?? '')}`)).toHaveLength(100)
})

test('the log comes whole as a CSV file, and to its own company alone', async () => {
  const text = String((await session('GET', '/sync-log.csv')).body.text)
  expect(text.trim().split('\r\n')).toHaveLength(154)
  const other = await theirs.people.bookkeeper.session('GET', '/sync-log.csv')
  expect(String(other.body.text).trim()).toBe(
    '\uFEFFAt,Number,Ledger,What,Who,Status,Message,Duration ms'.trim(),
  )
})

test('who had it sent stands in the log, on the form’s page and in the file, is looked for by name, and nothing is guessed', async () => {
  const journal = createJournal(stage.services.database)
  const { admin, bookkeeper } = ours.people
  const of = { companyId: ours.scope.companyId, connectionId, submissionId }
  const runId = ours.records.runs
  const sent = (asked: NonNullable<JournalEntry['scope']['asked']>, body = '') =>
    journal.record(
      exchange({
        scope: { ...of, asked },
        operation: 'document.update',
        request: { method: 'POST', path: '/o', body },
      }),
    )
  await sent({ personId: admin.id })
  await sent({ runId, stepId: 's_gone' })
  await sent({ runId, stepId: 's_gone', triedBy: bookkeeper.id }, long)
  await sent({ itself: 'approved' })
  await sent({ personId: 'p-of-another-company' })
  const [byAdmin = '', byBookkeeper = ''] = await Promise.all(
    [admin.id, bookkeeper.id].map(async (id) => (await nameOf(id)).get(id)),
  )
  const rows = (await found('q=send%20the%20change')).map(({ asked }) => asked)
  expect(rows).toEqual([
    { text: 'Somebody who is not in the company any more' },
    { text: 'Automatically, when approved' },
    { text: byBookkeeper, first: 'Workflow', runId },
    { text: 'Workflow', runId },
    { text: byAdmin },
  ])
  expect((await found(`q=${encodeURIComponent(byBookkeeper)}`)).map(({ asked }) => asked?.text)).toEqual([
    byBookkeeper,
  ])
  const { body } = await session('GET', `/submissions/${submissionId}/sync-log`)
  const ofForm = (body as unknown as Page<SyncLogEntry>).rows.map(({ asked }) => asked)
  expect(ofForm).toEqual([...rows, null])
  const csv = String((await session('GET', '/sync-log.csv?about=documents')).body.text)
  expect(csv).toContain(`,${byBookkeeper} (first: Workflow),`)
})

test('S0-09 of a form whose send was refused the Integration Logs begin with a row that failed, with the cause and what explains it', async () => {
  const [entry] = connector?.errorCatalogue ?? []
  const error = { ...refused, entry: entry?.id ?? '' }
  const scope = { companyId: ours.scope.companyId, connectionId, submissionId }
  const request = { method: 'POST', path: '/o', body: '' }
  await createJournal(stage.services.database).record(
    exchange({ scope, operation: 'document.create', request, error }),
  )
  const { body } = await session('GET', `/submissions/${submissionId}/sync-log`)
  const [row] = (body as unknown as Page<SyncLogEntry>).rows
  expect(row).toMatchObject({ title: 'Send the document', status: 'failure', message: refused.message })
  expect(row?.explanation).toEqual({ provider: connector?.id, entry: entry?.id })
})
