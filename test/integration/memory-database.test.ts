import fc from 'fast-check'
import { createConnection, type Model, Schema } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MemoryDatabase } from '../simulation/memory-database/memory-database.ts'
import type { Row } from '../simulation/memory-database/row.ts'

/** As the schemas of storage: strict, keyed by words, with a unique index and one that holds some rows only. */
const schema = new Schema(
  {
    _id: { type: String, required: true },
    state: String,
    number: Number,
    at: Date,
    names: { type: [String], default: undefined },
    nested: { type: Schema.Types.Mixed },
    parts: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: 'contract', strict: 'throw', versionKey: false, minimize: false },
)
  .index({ number: 1, state: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } })
  .index({ at: 1 }, { unique: true, partialFilterExpression: { state: 'due' } })

const connection = createConnection(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '', {
  dbName: `contract-${process.pid}`,
  autoIndex: false,
})
const real = connection.model<Row>('contract', schema)
const memory = new MemoryDatabase({
  gate: (_operation, arrived) => arrived('done'),
  now: () => 0,
  committed: () => undefined,
})
const imitated = memory.asDatabase().connection.model<Row>('contract', schema)

beforeAll(() => real.createIndexes())
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

const id = fc.constantFrom('a', 'b', 'c', 'd')
const state = fc.constantFrom('open', 'due', 'done')
const number = fc.integer({ min: 0, max: 3 })
const at = fc.constantFrom(...[1, 2, 3].map((day) => new Date(Date.UTC(2026, 0, day))))
const names = fc.subarray(['x', 'y', 'z'])
const nested = fc.record({ n: number, deep: fc.record({ m: number }) }, { requiredKeys: [] })
const part = fc.record({ once: fc.constantFrom('x', 'y'), n: number }, { requiredKeys: ['n'] })
const parts = fc.array(part, { maxLength: 2 })
const fields = { state, number, at, names, nested, parts }
const row = fc.record({ _id: id, ...fields }, { requiredKeys: ['_id'] })

const compared = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    value,
    fc.constant(null),
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), value).map(pair),
    fc.array(value, { maxLength: 3 }).map(($in) => ({ $in })),
    fc.boolean().map(($exists) => ({ $exists })),
  )
const simple = fc.record(
  {
    _id: id,
    state: compared(state),
    number: compared(number),
    at: compared(at),
    names: fc.oneof(fc.constantFrom('x', 'y'), fc.record({ $size: fc.integer({ min: 0, max: 2 }) })),
    'names.0': fc.boolean().map(($exists) => ({ $exists })),
    'nested.n': compared(number),
    'nested.deep.m': compared(number),
    'parts.once': fc.oneof(
      fc.constantFrom('x', 'y'),
      fc.constantFrom('$in', '$nin').map((operator) => ({ [operator]: ['x'] })),
      fc.boolean().map(($exists) => ({ $exists })),
    ),
  },
  { requiredKeys: [] },
)
const filter = fc.oneof(
  { weight: 3, arbitrary: simple },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })) },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })) },
)
const update = fc
  .record(
    {
      $set: fc.record({ state, at, 'nested.n': number }, { requiredKeys: [] }),
      $inc: fc.record({ number: fc.integer({ min: -1, max: 1 }) }),
      $push: parts.map(($each) => ({ parts: { $each } })),
      $unset: fc.constantFrom({ names: 1 }, { 'nested.deep': 1 }, { 'nested.deep.m': 1 }),
    },
    { requiredKeys: [] },
  )
  .map(withoutOverlap)
const sort = fc.constantFrom({ at: 1, _id: 1 }, { number: -1, _id: 1 }, { state: 1, _id: -1 } as const)

interface Command {
  words: string
  on(model: Model<Row>): Promise<unknown>
}
const command: fc.Arbitrary<Command> = fc.oneof(
  row.map((given) => says('insert', given, (model) => model.collection.insertMany([copy(given)] as never))),
  fc.tuple(filter, update).map(([where, change]) =>
    says('updateMany', { where, change }, async (model) => {
      const { matchedCount } = await model.updateMany(copy(where), copy(change))
      return { matchedCount }
    }),
  ),
  fc.tuple(id, simple, update).map(([_id, where, change]) =>
    says('updateOne', { _id, where, change }, async (model) => {
      const { matchedCount } = await model.updateOne({ ...copy(where), _id }, copy(change))
      return { matchedCount }
    }),
  ),
  fc
    .tuple(id, row)
    .map(([_id, { _id: _, ...given }]) =>
      says('upsert', { _id, given }, (model) =>
        model
          .findOneAndUpdate({ _id }, { $setOnInsert: copy(given) }, { upsert: true, returnDocument: 'after' })
          .lean(),
      ),
    ),
  fc.tuple(filter, sort, fc.integer({ min: 1, max: 3 })).map(([where, by, most]) =>
    says('find', { where, by, most }, (model) =>
      model
        .find(copy(where))
        .sort(by)
        .limit(most)
        .lean()
        .then((found) => found),
    ),
  ),
  filter.map((where) =>
    says('deleteMany', where, async (model) => {
      await model.deleteMany(copy(where))
    }),
  ),
)

test('the database in memory answers every command of storage as a real MongoDB does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 12 }), async (commands) => {
      memory.clear()
      await real.deleteMany({})
      for (const { words, on } of commands) {
        expect(await outcome(on(imitated)), words).toEqual(await outcome(on(real)))
        expect(await all(imitated), `after ${words}`).toEqual(await all(real))
      }
    }),
    { numRuns: 200 },
  )
})

const all = (model: Model<Row>) =>
  model
    .find({})
    .sort({ _id: 1 })
    .lean()
    .then((found) => found)

async function outcome(answer: Promise<unknown>): Promise<unknown> {
  try {
    return { answer: await answer.then((value) => (isWrite(value) ? undefined : value)) }
  } catch (error) {
    return { code: (error as { code?: number }).code }
  }
}

const isWrite = (value: unknown) => typeof value === 'object' && value !== null && 'insertedCount' in value
const says = (name: string, given: unknown, on: Command['on']): Command => ({
  words: `${name} ${JSON.stringify(given)}`,
  on,
})

function pair([operator, value]: readonly [string, unknown]): Record<string, unknown> {
  return { [operator]: value }
}

/** MongoDB refuses to change one place twice. */
function withoutOverlap<Change extends { $set?: object; $unset?: object }>(change: Change): Change {
  const kept = { ...change }
  for (const operator of ['$set', '$unset'] as const)
    if (Object.keys(kept[operator] ?? {}).length === 0) delete kept[operator]
  return Object.keys(kept).length === 0 ? ({ $set: { state: 'open' } } as Change) : kept
}

const copy = <Value>(value: Value): Value => structuredClone(value)
