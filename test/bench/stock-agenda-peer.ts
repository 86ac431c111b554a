import { createServer } from 'node:http'
import { MongoBackend, MongoChangeStreamNotificationChannel } from '@agendajs/mongo-backend'
import { Agenda } from 'agenda'
import { MongoClient } from 'mongodb'

const steps = ['condition', 'set-status', 'http-request', 'set-status', 'end']

/**
 * The peer: stock Agenda with its change-stream channel, as its own documentation sets it up. POST / stores the run and
 * enqueues one job; the job leaves one durable checkpoint a step and calls the other system in one of them. It has no
 * sign-in, no validation and no company checks.
 */
export async function serveStockAgenda(mongoUrl: string, otherSystem: string): Promise<void> {
  const client = await MongoClient.connect(mongoUrl, { w: 'majority', journal: true })
  const database = client.db()
  const runs = database.collection<{ _id: string; finishedAt?: Date; steps: { step: string; at: Date }[] }>(
    'peerRuns',
  )
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: database }),
    notificationChannel: new MongoChangeStreamNotificationChannel({ db: database, collection: 'agendaJobs' }),
    processEvery: 1000,
    defaultConcurrency: 50,
    maxConcurrency: 50,
    removeOnComplete: true,
  })
  agenda.define<{ run: string }>('run', async ({ attrs }) => {
    for (const step of steps) {
      if (step === 'http-request')
        await fetch(`${otherSystem}/orders`, {
          method: 'POST',
          body: JSON.stringify({ number: attrs.data.run }),
        }).then((answer) => answer.arrayBuffer())
      const finished = step === 'end' ? { $set: { finishedAt: new Date() } } : {}
      await runs.updateOne(
        { _id: attrs.data.run },
        { $push: { steps: { step, at: new Date() } }, ...finished },
      )
    }
  })
  await agenda.start()
  let count = 0
  const server = createServer(async (_request, answer) => {
    const run = `run-${++count}`
    await runs.insertOne({ _id: run, steps: [] })
    await agenda.now('run', { run })
    answer.writeHead(202).end(run)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.({ port: address.port })
  })
}
