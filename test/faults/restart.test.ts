import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootStack, type Stack } from '../../apps/local/src/boot-stack.ts'
import { livingProcess } from '../../apps/local/src/data-folder/process-record.ts'
import { childNames } from '../../apps/local/src/stack/server-names.ts'
import { sendAtOnce } from '../support/graphs.ts'
import { signIn } from '../support/http-session.ts'
import { makeSendingCompany, type SendingCompany } from '../support/make-company.ts'
import { PracticeLedger } from '../support/practice-ledger.ts'
import { until } from '../support/until.ts'
import { submitMany } from './chaos/submit-many.ts'

let dataFolder: string
let stack: Stack | undefined
let company: SendingCompany
let orders: string[]

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-restart-'))
  stack = await bootStack({ dataFolder })
  company = await makeSendingCompany({ stack, graph: sendAtOnce })
  orders = await submitMany(company, 3)
  await until({ what: 'three orders were synced', withinMs: 60_000 }, () => allVerified(stack))
}, 180_000)

afterAll(async () => {
  await stack?.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

test('stopped and started again, the stack has kept people, forms, timelines and books', async () => {
  const before = await whatStands(stack)
  await stack?.stop()
  stack = await bootStack({ dataFolder })
  expect(await whatStands(stack)).toEqual(before)
})

test('after kill -9 of every process, mongod too, everything stands and what was under way is finished', async () => {
  if (stack === undefined) return
  const before = await whatStands(stack)
  await stack.stopServer('worker')
  const [late] = await submitMany({ ...company, as: (role) => sessionOf(stack, role) }, 1)
  stack.startServer('worker')
  for (const name of childNames) killNow(name)
  await stack.stop()

  stack = await bootStack({ dataFolder })
  const after = await whatStands(stack)
  expect(after.timelines).toEqual(before.timelines)
  orders.push(late ?? '')
  await until({ what: 'the order under way was synced', withinMs: 60_000 }, () => allVerified(stack))
  const books = await booksOf(stack)
  expect(books.creates.filter(({ kind }) => kind === 'PurchaseOrder')).toHaveLength(orders.length)
})

function killNow(name: string): void {
  const living = livingProcess(dataFolder, name)
  if (living !== undefined) process.kill(living.pid, 'SIGKILL')
}

function sessionOf(at: Stack | undefined, role: keyof SendingCompany['people']) {
  const { email } = company.people[role]
  return signIn({ origin: at?.url ?? '', email, password: company.password }).then((session) =>
    session.inCompany(company.id),
  )
}

function booksOf(at: Stack | undefined) {
  return new PracticeLedger(`${at?.sandboxUrl}/${company.connection.provider}`).books(company.realm)
}

/** What a person would see, without the addresses, since the ports change. */
async function whatStands(at: Stack | undefined) {
  const session = await sessionOf(at, 'admin')
  const submissions = await session.get<{ rows: { id: string; number: string; status: string }[] }>(
    '/submissions',
  )
  const timelines = await Promise.all(
    orders.map((id) => session.get<{ rows: { seq: number; text: string }[] }>(`/submissions/${id}/timeline`)),
  )
  const forms = await session.get<{ rows: { id: string; publishedVersion: number }[] }>('/forms')
  const { entities } = await booksOf(at)
  return {
    submissions: submissions.rows.map(({ id, number, status }) => ({ id, number, status })),
    timelines: timelines.map(({ rows }) => rows.map(({ seq, text }) => `${seq} ${text}`)),
    forms: forms.rows.map(({ id, publishedVersion }) => ({ id, publishedVersion })),
    books: entities.PurchaseOrder.map(({ DocNumber, TotalAmt }) => ({ DocNumber, TotalAmt })),
  }
}

async function allVerified(at: Stack | undefined): Promise<boolean> {
  const session = await sessionOf(at, 'bookkeeper')
  const { rows } = await session.get<{ rows: { id: string; ledger: { state: string }[] }[] }>('/submissions')
  return orders.every((id) => rows.find((row) => row.id === id)?.ledger[0]?.state === 'verified')
}
