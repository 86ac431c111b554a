import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  connectDatabase,
  createCompanyRepository,
  createFileStore,
  createMailQueue,
  createRuntimeStores,
  type Database,
  defineMailModels,
  migrate,
} from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { composeMailing } from './compose-mailing.ts'
import { createMailer } from './create-mailer.ts'
import { sendMails } from './send-mails.ts'

const database = await ownDatabase()
afterAll(async () => {
  await database.connection.dropDatabase()
  await database.close()
})
const scope = companyScope((await createCompanyRepository(database).create(company())).id)
const stores = createRuntimeStores(database)
const queue = createMailQueue(database)
const { mails, links } = defineMailModels(database.connection)
const mail = (more: object = {}) => ({
  id: v7(),
  to: 'ann@example.com',
  subject: 'PO-2026-0042',
  text: 'It was approved.',
  at: new Date(),
  ...more,
})
const dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-mails-'))
const settings = {
  smtpUrl: undefined,
  mailFrom: 'Fieldledger <us@example.com>',
  dataFolder,
  publicUrl: 'https://forms.example.com',
  authSecret: 'a'.repeat(40),
}
const errors: unknown[] = []
const onError = (error: unknown) => void errors.push(error)
const rowOf = (id: string) => mails.findOne({ companyId: scope.companyId, _id: id }).lean()

test('a mail goes out exactly if the transaction of its cause commits', async () => {
  const [kept, lost] = [mail({ submissionId: 's1' }), mail()]
  await stores.transact(scope, (store) => store.mails.post([kept]))
  const failing = stores.transact(scope, async (store) => {
    await store.mails.post([lost])
    throw new RangeError('the cause failed')
  })
  await expect(failing).rejects.toThrow('the cause failed')
  await composeMailing({ settings, database, onError }).send()
  const files = await readdir(join(dataFolder, 'mails'))
  expect(files).toEqual([`${kept.id}fieldledger.eml`])
  const letter = await readFile(join(dataFolder, 'mails', files[0] ?? ''), 'utf8')
  expect(letter).toContain(`Message-ID: <${kept.id}@fieldledger>`)
  const link = `https://forms.example.com/submissions/s1?company=${scope.companyId}`
  expect(letter.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')).toContain(link)
  expect(await rowOf(kept.id)).toMatchObject({ state: 'sent', attempts: 1, text: '' })
})

test('a link to decide stands in the letter alone; the database holds its hash', async () => {
  const asking = mail({ decide: { taskId: 't1', personId: 'p1' } })
  await stores.of(scope).mails.post([asking])
  await composeMailing({ settings, database, onError }).send()
  const letter = await readFile(join(dataFolder, 'mails', `${asking.id}fieldledger.eml`), 'utf8')
  const token = /decide\/([\w-]{43})/.exec(letter.replaceAll('=\r\n', ''))?.[1] ?? ''
  expect(token).toHaveLength(43)
  const kept = JSON.stringify([
    await links.find({ companyId: scope.companyId }).lean(),
    await rowOf(asking.id),
  ])
  expect(kept).toContain('t1')
  expect(kept).not.toContain(token)
})

test('a mail carries the files of its form, and one of another company never', async () => {
  const files = createFileStore(database)
  const other = companyScope((await createCompanyRepository(database).create(company())).id)
  const put = (owner: typeof scope, text: string) =>
    files.put(owner, {
      name: 'PO-2026-0042.pdf',
      by: 'workflow',
      bytes: Readable.from([Buffer.from(text)]),
      contentTypeOf: async () => 'application/pdf',
    })
  const kept = [await put(scope, 'ours to send'), await put(other, 'not ours')]
  const carrying = mail({
    files: kept.map(({ id, name, size, contentType }) => ({ id, name, size, contentType })),
  })
  await stores.of(scope).mails.post([carrying])
  await composeMailing({ settings, database, onError }).send()
  const letter = await readFile(join(dataFolder, 'mails', `${carrying.id}fieldledger.eml`), 'utf8')
  expect(letter).toContain('filename=PO-2026-0042.pdf')
  expect(letter).toContain(Buffer.from('ours to send').toString('base64'))
  expect(letter).not.toContain(Buffer.from('not ours').toString('base64'))
})

test('two workers never hold the same mail, and whoever lost the lease writes nothing', async () => {
  const one = mail()
  await stores.of(scope).mails.post([one])
  const claims = await Promise.all([queue.claim(), queue.claim(), queue.claim()])
  const [first] = claims.filter((claim) => claim !== undefined)
  expect(claims.filter((claim) => claim?.id === one.id)).toHaveLength(1)
  if (first === undefined) return
  // The worker that held it was killed: its lease runs out, another one claims.
  await mails.updateOne({ companyId: scope.companyId, _id: one.id }, { $set: { leasedUntil: new Date(0) } })
  const second = await queue.claim()
  expect(second).toMatchObject({ id: one.id, epoch: first.epoch + 1, attempts: 2 })
  expect(await queue.sent(first)).toBe(false)
  expect((await rowOf(one.id))?.state).toBe('waiting')
  expect(second && (await queue.sent(second))).toBe(true)
})

test('a mail server that is busy gets the same letter later, and after many attempts it is given up', async () => {
  const server = await mailServer({ refusing: 1 })
  const mailer = createMailer({ ...server, from: settings.mailFrom, folder: '' })
  const sending = {
    queue,
    mailer,
    publicUrl: settings.publicUrl,
    decideUrlOf: async () => undefined,
    attachmentsOf: async () => [],
    onError,
  }
  const late = mail()
  await stores.of(scope).mails.post([late])
  expect(await sendMails(sending)).toBe(0)
  const waiting = await rowOf(late.id)
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, leasedUntil: null })
  expect(waiting?.error).toContain('busy')
  expect(Number(waiting?.dueAt)).toBeGreaterThan(Date.now() + 10_000)
  const make = (change: object) =>
    mails.updateOne({ companyId: scope.companyId, _id: late.id }, { $set: change })
  await make({ dueAt: new Date(0) })
  expect(await sendMails(sending)).toBe(1)
  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).toContain(`Message-ID: <${late.id}@fieldledger>`)
  mailer.close()
  server.close()
  const hopeless = mail()
  await stores.of(scope).mails.post([hopeless])
  await mails.updateOne({ companyId: scope.companyId, _id: hopeless.id }, { $set: { attempts: 11 } })
  await sendMails(sending)
  expect((await rowOf(hopeless.id))?.state).toBe('failed')
})

/** As much of a mail server as there is to talk to. */
async function mailServer({ refusing }: { refusing: number }) {
  const letters: string[] = []
  let left = refusing
  const server = createServer((socket) => {
    let letter: string | undefined
    socket.on('error', () => undefined)
    socket.write('220 test\r\n')
    socket.on('data', (bytes) => {
      if (letter !== undefined) {
        letter += String(bytes)
        if (!letter.endsWith('\r\n.\r\n')) return
        letters.push(letter)
        letter = undefined
        socket.write('250 taken\r\n')
        return
      }
      for (const line of String(bytes).split('\r\n').filter(Boolean)) {
        if (line.startsWith('MAIL') && left > 0) {
          left -= 1
          socket.write('451 busy, come again\r\n')
        } else if (line === 'DATA') {
          letter = ''
          socket.write('354 go on\r\n')
        } else socket.write('250 fine\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { smtpUrl: `smtp://127.0.0.1:${port}`, letters, close: () => server.close() }
}

function company() {
  return { name: 'Harbour', currency: 'USD', timeZone: 'UTC', practice: true }
}

async function ownDatabase(): Promise<Database> {
  const url = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
  url.pathname = `/mail-${v7()}`
  await migrate({ mongoUrl: url.toString() })
  return connectDatabase(url.toString())
}
