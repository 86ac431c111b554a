import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { makeBells } from '../changes/bells.ts'
import { guardAgendaJobs } from '../doorbell/guard-agenda-jobs.ts'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import { connectDatabase, type Database } from '../scope/connect-database.ts'
import { defineAllModels } from './define-models.ts'
import { migrations } from './migrations.ts'
import { StandaloneMongod } from './standalone-mongod.ts'

const leaseMs = 120_000

interface Applied {
  _id: string
  holder?: string
  until?: Date
  at?: Date
}

/** Collections, indexes and numbered migrations; one process at a time, any number of times. */
export async function migrate({ mongoUrl }: { mongoUrl: string }): Promise<void> {
  const database = await connectDatabase(mongoUrl, { answerWithinMs: 0 })
  try {
    await refuseStandalone(database)
    const release = await takeLease(database)
    try {
      for (const model of defineAllModels(database.connection)) {
        await model.createCollection()
        await model.createIndexes()
      }
      await guardAgendaJobs(database)
      await makeBells(database)
      await runMigrations(database)
    } finally {
      await release()
    }
  } finally {
    await database.close()
  }
}

/** Transactions need a replica set, be it of one. */
async function refuseStandalone({ connection }: Database): Promise<void> {
  const hello = await connection.db?.admin().command({ hello: 1 })
  if (hello?.setName === undefined) throw new StandaloneMongod()
}

async function takeLease({ connection }: Database): Promise<() => Promise<void>> {
  const leases = connection.collection<Applied>('migrations')
  const holder = randomUUID()
  // Apart from the claim, because an upsert may not compare with the server's clock.
  const free = { $setOnInsert: { until: new Date(0) } }
  await leases.updateOne({ _id: 'lease' }, free, { upsert: true }).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error
  })
  for (;;) {
    const taken = await leases.findOneAndUpdate(
      { _id: 'lease', $expr: { $lte: ['$until', '$$NOW'] } },
      [{ $set: { holder, until: { $add: ['$$NOW', leaseMs] } } }],
      { returnDocument: 'after' },
    )
    if (taken?.holder === holder) break
    await wait(250)
  }
  return async () => {
    await leases.updateOne({ _id: 'lease', holder }, { $set: { until: new Date(0) } })
  }
}

async function runMigrations(database: Database): Promise<void> {
  const applied = database.connection.collection<Applied>('migrations')
  for (const { number, run } of migrations) {
    const name = String(number).padStart(4, '0')
    if ((await applied.findOne({ _id: name })) !== null) continue
    await run(database)
    await applied.insertOne({ _id: name, at: new Date() })
  }
}
