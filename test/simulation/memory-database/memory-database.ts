import type { Database } from '@fieldledger/storage'
import type { Schema } from 'mongoose'
import { ConnectionBroke, NotImitated } from './memory-errors.ts'
import { MemoryModel } from './memory-model.ts'
import { MemorySession } from './memory-session.ts'
import { Table } from './table.ts'
import { uniqueIndexesOf } from './unique-index.ts'
import { type Change, View } from './view.ts'

export type Operation = 'find' | 'write' | 'transaction' | 'commit'

/** 'answer-lost' = it is done, and the caller hears that the connection broke; an error = it is not done. */
export type Fate = 'done' | 'answer-lost' | Error

/** Whoever decides when an operation reaches the server, and whether. */
export interface MemoryServer {
  /** Calls back when the operation is at the server. */
  gate(operation: Operation, arrived: (fate: Fate) => void): void
  now(): number
  committed(changes: readonly Change[]): void
}

/**
 * MongoDB as storage uses it, in memory: the product's own repositories, claims and sweeps run on it unchanged, with the
 * fields and unique indexes of their own schemas. The integration tests run the same repositories on a real server.
 */
export class MemoryDatabase {
  private readonly tables = new Map<string, Table>()
  private readonly server: MemoryServer
  private readonly present = new View()
  readonly models: Record<string, MemoryModel> = {}

  constructor(server: MemoryServer) {
    this.server = server
  }

  /** As storage knows it. */
  asDatabase(): Database {
    const connection = {
      models: this.models,
      model: (name: string, schema: Schema) => this.define(name, schema),
      startSession: async () => new MemorySession(this),
    }
    return { connection, close: async () => undefined } as unknown as Database
  }

  /** Forgets every row; the models stay. */
  clear(): void {
    for (const table of this.tables.values()) table.clear()
  }

  rows(collection: string): Iterable<Record<string, unknown>> {
    const table = this.tables.get(collection)
    if (table === undefined) throw new NotImitated(`the collection ${collection}`)
    return table.rows.values()
  }

  now(): Date {
    return new Date(this.server.now())
  }

  /** What a transaction sees from now on. */
  snapshot(): View {
    return new View(Array.from(this.tables.values(), (table) => table.snapshot()))
  }

  /** Resolves when the operation is at the server, and rejects when it does not get there. */
  arrival(operation: Operation): Promise<void> {
    return this.at(operation, () => undefined)
  }

  commit(view: View): void {
    const changes = view.commit()
    if (changes.length > 0) this.server.committed(changes)
  }

  /** One operation outside of any transaction. */
  single<Result>(kind: 'find' | 'write', operation: (view: View) => Result): Promise<Result> {
    if (kind === 'find') return this.at(kind, () => operation(this.present))
    return this.at(kind, () => {
      const view = new View()
      const result = operation(view)
      this.commit(view)
      return result
    })
  }

  private at<Result>(operation: Operation, work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.server.gate(operation, (fate) => {
        try {
          if (fate instanceof Error) throw fate
          const result = work()
          if (fate === 'answer-lost') throw new ConnectionBroke()
          resolve(result)
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  private define(name: string, schema: Schema): MemoryModel {
    const collection = String(schema.get('collection'))
    const table = new Table({
      name: collection,
      fields: new Set(Object.keys(schema.paths)),
      uniques: uniqueIndexesOf(schema, collection),
      place: this.tables.size,
    })
    this.tables.set(collection, table)
    const model = new MemoryModel(this, table)
    this.models[name] = model
    return model
  }
}
