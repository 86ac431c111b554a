import { applyUpdate, type Update } from './apply-update.ts'
import { compare, evaluate, matches } from './matches.ts'
import type { MemoryDatabase } from './memory-database.ts'
import { NotImitated } from './memory-errors.ts'
import { MemoryQuery, type QuerySettings } from './memory-query.ts'
import { MemorySession } from './memory-session.ts'
import { type Filter, type Row, toRow, valueAt } from './row.ts'
import type { Table } from './table.ts'
import type { View } from './view.ts'

type Projection = Readonly<Record<string, unknown>> | null | undefined

interface Written {
  matchedCount: number
  modifiedCount: number
  upsertedCount: number
}

interface Bulk {
  insertOne?: { document: Row }
  updateOne?: { filter: Filter; update: Update; upsert?: boolean }
  updateMany?: { filter: Filter; update: Update }
}

/** A model of mongoose as storage uses it; lean, and strict about unknown fields. */
export class MemoryModel {
  private readonly database: MemoryDatabase
  private readonly table: Table

  constructor(database: MemoryDatabase, table: Table) {
    this.database = database
    this.table = table
  }

  /** The driver's own collection, past mongoose. */
  get collection(): Pick<MemoryModel, 'insertMany'> {
    return this
  }

  find(filter: Filter, projection?: Projection, options: QuerySettings = {}): MemoryQuery<Row[]> {
    return new MemoryQuery(options, (settings) =>
      this.run('find', settings, (view) =>
        projected(this.found(view, { filter, settings }), { projection, now: this.database.now() }),
      ),
    )
  }

  findOne(filter: Filter, _projection?: unknown, options: QuerySettings = {}): MemoryQuery<Row | null> {
    return new MemoryQuery(options, (settings) =>
      this.run('find', settings, (view) => this.found(view, { filter, settings })[0] ?? null),
    )
  }

  exists(filter: Filter): MemoryQuery<Row | null> {
    return this.findOne(filter)
  }

  updateOne(filter: Filter, update: Update, options: QuerySettings = {}): MemoryQuery<Written> {
    return new MemoryQuery(options, (settings) =>
      this.run('write', settings, (view) =>
        this.updated(view, { filter, update, many: false, upsert: options.upsert === true }),
      ),
    )
  }

  updateMany(filter: Filter, update: Update, options: QuerySettings = {}): MemoryQuery<Written> {
    return new MemoryQuery(options, (settings) =>
      this.run('write', settings, (view) => this.updated(view, { filter, update, many: true })),
    )
  }

  findOneAndUpdate(filter: Filter, update: Update, options: QuerySettings = {}): MemoryQuery<Row | null> {
    return new MemoryQuery(options, (settings) =>
      this.run('write', settings, (view) => {
        const before = this.found(view, { filter, settings })[0] ?? null
        this.updated(view, { filter, update, many: false, upsert: options.upsert === true })
        if (options.returnDocument !== 'after') return before
        return before === null
          ? (this.found(view, { filter, settings })[0] ?? null)
          : (view.get(this.table, before._id) ?? null)
      }),
    )
  }

  deleteOne(filter: Filter, options: QuerySettings = {}): MemoryQuery<void> {
    return this.removing(filter, { ...options, limit: 1 })
  }

  deleteMany(filter: Filter, options: QuerySettings = {}): MemoryQuery<void> {
    return this.removing(filter, options)
  }

  async insertMany(documents: readonly object[], options: QuerySettings = {}): Promise<void> {
    await this.run('write', options, (view) => {
      for (const document of documents) this.insert(view, document)
    })
  }

  /** Ordered: what stands before the one that fails is done. */
  async bulkWrite(
    operations: readonly Bulk[],
    options: QuerySettings = {},
  ): Promise<Written & { insertedCount: number }> {
    const sum = { matchedCount: 0, modifiedCount: 0, upsertedCount: 0, insertedCount: 0 }
    for (const operation of operations)
      await this.run('write', options, (view) => {
        const { insertOne, updateOne, updateMany } = operation
        if (insertOne !== undefined) {
          this.insert(view, insertOne.document)
          sum.insertedCount += 1
          return
        }
        const update = updateOne ?? updateMany
        if (update === undefined) throw new NotImitated(`a bulk write of ${Object.keys(operation).join()}`)
        const done = this.updated(view, { ...update, many: updateOne === undefined })
        sum.matchedCount += done.matchedCount
        sum.modifiedCount += done.modifiedCount
        sum.upsertedCount += done.upsertedCount
      })
    return sum
  }

  private removing(filter: Filter, options: QuerySettings): MemoryQuery<void> {
    return new MemoryQuery(options, (settings) =>
      this.run('write', settings, (view) => {
        for (const row of this.found(view, { filter, settings })) view.delete(this.table, row._id)
      }),
    )
  }

  private run<Result>(
    kind: 'find' | 'write',
    { session }: QuerySettings,
    operation: (view: View) => Result,
  ): Promise<Result> {
    return session instanceof MemorySession ? session.run(operation) : this.database.single(kind, operation)
  }

  private found(view: View, { filter, settings }: { filter: Filter; settings: QuerySettings }): Row[] {
    const { sort, limit } = settings
    const id = filter._id
    const now = this.database.now()
    const isWanted = (row: Row) => matches(row, filter, now)
    let found: Row[]
    if (typeof id === 'string') {
      const row = view.get(this.table, id)
      found = row !== undefined && isWanted(row) ? [row] : []
    } else found = view.find(this.table, isWanted)
    if (sort !== undefined && found.length > 1) found.sort((left, right) => inOrder({ left, right, sort }))
    return limit === undefined ? found : found.slice(0, limit)
  }

  private insert(view: View, document: object): void {
    const row = toRow(document)
    this.refuseUnknown(row)
    view.insert(this.table, row)
  }

  private updated(
    view: View,
    {
      filter,
      update,
      many,
      upsert = false,
    }: { filter: Filter; update: Update; many: boolean; upsert?: boolean },
  ): Written {
    if (Array.isArray(update)) throw new NotImitated('an update by a pipeline')
    this.refuseUnknown(update.$set)
    this.refuseUnknown(update.$setOnInsert)
    const now = this.database.now()
    const found = this.found(view, { filter, settings: many ? {} : { limit: 1 } })
    for (const row of found) view.put(this.table, applyUpdate(row, update, { now }))
    const upserts = found.length === 0 && upsert
    if (upserts) view.insert(this.table, applyUpdate(named(filter), update, { now, inserting: true }))
    return { matchedCount: found.length, modifiedCount: found.length, upsertedCount: upserts ? 1 : 0 }
  }

  // As `strict: 'throw'` of every schema.
  private refuseUnknown(given: object | undefined): void {
    const { fields, name } = this.table
    for (const path in given)
      if (!fields.has(path) && !fields.has(path.slice(0, path.indexOf('.'))))
        throw new NotImitated(`the field ${path} of ${name}`)
  }
}

function inOrder({ left, right, sort }: { left: Row; right: Row; sort: Record<string, 1 | -1> }): number {
  for (const path in sort) {
    const order = compare(valueAt(left, path), valueAt(right, path)) * (sort[path] ?? 1)
    if (order !== 0) return order
  }
  return 0
}

/** Only what is calculated; whole rows are answered for plain lists of fields. */
function projected(rows: Row[], { projection, now }: { projection: Projection; now: Date }): Row[] {
  if (rows.length === 0 || projection === null || projection === undefined) return rows
  const expressions = Object.entries(projection).filter(([, field]) => typeof field === 'object')
  if (expressions.length === 0) return rows
  return rows.map((row) => ({
    _id: row._id,
    ...Object.fromEntries(expressions.map(([name, expression]) => [name, evaluate(row, expression, now)])),
  }))
}

/** What an upsert takes over from its filter. */
function named(filter: Filter): Row {
  return toRow(Object.fromEntries(Object.entries(filter).filter(([, value]) => typeof value !== 'object')))
}
