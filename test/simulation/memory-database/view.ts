import { DuplicateKey, WriteConflict } from './memory-errors.ts'
import type { Row } from './row.ts'
import type { Rows, Table } from './table.ts'

export interface Change {
  table: Table
  before: Row | undefined
  after: Row | undefined
}

type Changes = Map<string, Row | undefined>

/**
 * What one transaction (or one single write) sees and has changed: snapshot isolation, the first to commit wins. Without a
 * snapshot it sees what is committed, for whoever reads and writes in one go.
 */
export class View {
  private readonly snapshot: readonly Rows[] | undefined
  private readonly changes: Changes[] = []
  private readonly changedTables: Table[] = []

  constructor(snapshot?: readonly Rows[]) {
    this.snapshot = snapshot
  }

  get(table: Table, id: string): Row | undefined {
    const changed = this.changes[table.place]
    return changed?.has(id) === true ? changed.get(id) : this.base(table).get(id)
  }

  /** Those that are wanted, in their natural order. */
  find(table: Table, isWanted: (row: Row) => boolean): Row[] {
    const changed = this.changes[table.place]
    const found: Row[] = []
    for (const row of this.base(table).values())
      if (isWanted(row) && changed?.has(row._id) !== true) found.push(row)
    if (changed !== undefined)
      for (const row of changed.values()) if (row !== undefined && isWanted(row)) found.push(row)
    return found
  }

  put(table: Table, row: Row): void {
    if (this.isStale(table, row._id)) throw new WriteConflict()
    this.checkKeys(table, row)
    this.changed(table).set(row._id, row)
  }

  insert(table: Table, row: Row): void {
    if (this.get(table, row._id) !== undefined) throw new DuplicateKey(`${table.name}._id`)
    this.put(table, row)
  }

  delete(table: Table, id: string): void {
    if (this.isStale(table, id)) throw new WriteConflict()
    this.changed(table).set(id, undefined)
  }

  /** All or nothing. */
  commit(): Change[] {
    const done: Change[] = []
    for (const table of this.changedTables)
      for (const [id, row] of this.changed(table)) {
        if (this.isStale(table, id)) throw new WriteConflict()
        // Without a snapshot nothing came between.
        if (row !== undefined && this.snapshot !== undefined) this.checkKeys(table, row)
        done.push({ table, before: table.rows.get(id), after: row })
      }
    for (const table of this.changedTables) table.apply(this.changed(table))
    return done
  }

  private isStale(table: Table, id: string): boolean {
    return this.snapshot !== undefined && table.rows.get(id) !== this.base(table).get(id)
  }

  // A key held by a row that this snapshot does not show was taken meanwhile: a conflict, not a duplicate.
  private checkKeys(table: Table, row: Row): void {
    for (const [index, unique] of table.uniques.entries()) {
      const key = unique.keyOf(row)
      if (key === undefined) continue
      const changed = this.changes[table.place]
      const holder = table.holderOf(index, key)
      if (holder !== undefined && holder !== row._id) {
        const seen = this.get(table, holder)
        if (!this.base(table).has(holder) && changed?.has(holder) !== true) throw new WriteConflict()
        if (seen !== undefined && unique.keyOf(seen) === key)
          throw this.isStale(table, holder) ? new WriteConflict() : new DuplicateKey(unique.name)
        if (this.isStale(table, holder)) throw new WriteConflict()
      }
      if (changed !== undefined)
        for (const [id, other] of changed)
          if (id !== row._id && other !== undefined && unique.keyOf(other) === key)
            throw new DuplicateKey(unique.name)
    }
  }

  private base(table: Table): Rows {
    return this.snapshot?.[table.place] ?? table.rows
  }

  private changed(table: Table): Changes {
    const known = this.changes[table.place]
    if (known !== undefined) return known
    const fresh: Changes = new Map()
    this.changes[table.place] = fresh
    this.changedTables.push(table)
    return fresh
  }
}
