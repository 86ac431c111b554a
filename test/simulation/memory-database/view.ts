import { DuplicateKey, WriteConflict } from './memory-errors.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'

export interface Change {
  table: Table
  before: Row | undefined
  after: Row | undefined
}

/** What one transaction (or one single write) sees and has changed: snapshot isolation, the first to commit wins. */
export class View {
  private readonly bases = new Map<Table, ReadonlyMap<string, Row>>()
  private readonly changes = new Map<Table, Map<string, Row | undefined>>()

  constructor(tables: Iterable<Table>) {
    for (const table of tables) this.bases.set(table, table.rows)
  }

  get(table: Table, id: string): Row | undefined {
    const changed = this.changes.get(table)
    return changed?.has(id) === true ? changed.get(id) : this.base(table).get(id)
  }

  *rows(table: Table): Iterable<Row> {
    const changed = this.changes.get(table)
    for (const [id, row] of this.base(table)) if (changed?.has(id) !== true) yield row
    for (const row of changed?.values() ?? []) if (row !== undefined) yield row
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
    for (const [table, changes] of this.changes)
      for (const [id, row] of changes) {
        if (this.isStale(table, id)) throw new WriteConflict()
        if (row !== undefined) this.checkKeys(table, row)
        done.push({ table, before: table.rows.get(id), after: row })
      }
    for (const [table, changes] of this.changes) table.apply(changes)
    return done
  }

  private isStale(table: Table, id: string): boolean {
    return table.rows.get(id) !== this.base(table).get(id)
  }

  // A key held by a row that this snapshot does not show was taken meanwhile: a conflict, not a duplicate.
  private checkKeys(table: Table, row: Row): void {
    table.uniques.forEach((unique, index) => {
      const key = unique.keyOf(row)
      if (key === undefined) return
      const holder = table.holderOf(index, key)
      if (holder !== undefined && holder !== row._id) {
        const seen = this.get(table, holder)
        if (!this.base(table).has(holder) && !this.changes.get(table)?.has(holder)) throw new WriteConflict()
        if (seen !== undefined && unique.keyOf(seen) === key)
          throw this.isStale(table, holder) ? new WriteConflict() : new DuplicateKey(unique.name)
        if (this.isStale(table, holder)) throw new WriteConflict()
      }
      for (const [id, other] of this.changes.get(table) ?? [])
        if (id !== row._id && other !== undefined && unique.keyOf(other) === key)
          throw new DuplicateKey(unique.name)
    })
  }

  private base(table: Table): ReadonlyMap<string, Row> {
    return this.bases.get(table) ?? table.rows
  }

  private changed(table: Table): Map<string, Row | undefined> {
    const known = this.changes.get(table)
    if (known !== undefined) return known
    const fresh = new Map<string, Row | undefined>()
    this.changes.set(table, fresh)
    return fresh
  }
}
