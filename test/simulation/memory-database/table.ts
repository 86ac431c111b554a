import type { Row } from './row.ts'
import type { UniqueIndex } from './unique-index.ts'

export type Rows = ReadonlyMap<string, Row>

/** The committed rows of one collection, changed in place unless a snapshot still looks at them. */
export class Table {
  readonly name: string
  readonly fields: ReadonlySet<string>
  readonly uniques: readonly UniqueIndex[]
  /** Its place among the tables of its database. */
  readonly place: number
  private committed = new Map<string, Row>()
  private looked = false
  /** Beside each unique index: key → id. */
  private holders: Map<string, string>[]

  constructor(parts: {
    name: string
    fields: ReadonlySet<string>
    uniques: readonly UniqueIndex[]
    place: number
  }) {
    this.name = parts.name
    this.fields = parts.fields
    this.uniques = parts.uniques
    this.place = parts.place
    this.holders = parts.uniques.map(() => new Map())
  }

  get rows(): Rows {
    return this.committed
  }

  /** The rows as they are now, for ever. */
  snapshot(): Rows {
    this.looked = true
    return this.committed
  }

  clear(): void {
    this.committed = new Map()
    this.looked = false
    this.holders = this.uniques.map(() => new Map())
  }

  holderOf(index: number, key: string): string | undefined {
    return this.holders[index]?.get(key)
  }

  /** undefined = the row goes. */
  apply(changes: ReadonlyMap<string, Row | undefined>): void {
    if (this.looked) {
      this.committed = new Map(this.committed)
      this.looked = false
    }
    const { committed, uniques } = this
    if (uniques.length > 0) for (const id of changes.keys()) this.forget(committed.get(id))
    for (const [id, row] of changes) {
      if (row === undefined) committed.delete(id)
      else {
        committed.set(id, row)
        this.remember(row)
      }
    }
  }

  private forget(row: Row | undefined): void {
    if (row === undefined) return
    for (const [index, unique] of this.uniques.entries()) {
      const key = unique.keyOf(row)
      if (key !== undefined) this.holders[index]?.delete(key)
    }
  }

  private remember(row: Row): void {
    for (const [index, unique] of this.uniques.entries()) {
      const key = unique.keyOf(row)
      if (key !== undefined) this.holders[index]?.set(key, row._id)
    }
  }
}
