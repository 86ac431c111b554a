import type { Row } from './row.ts'
import type { UniqueIndex } from './unique-index.ts'

/** The committed rows of one collection. The map is replaced by each commit, so that a snapshot is a reference. */
export class Table {
  rows: ReadonlyMap<string, Row> = new Map()
  readonly name: string
  readonly fields: ReadonlySet<string>
  readonly uniques: readonly UniqueIndex[]
  /** Beside each unique index: key → id. */
  private holders: Map<string, string>[]

  constructor(parts: { name: string; fields: ReadonlySet<string>; uniques: readonly UniqueIndex[] }) {
    this.name = parts.name
    this.fields = parts.fields
    this.uniques = parts.uniques
    this.holders = parts.uniques.map(() => new Map())
  }

  clear(): void {
    this.rows = new Map()
    this.holders = this.uniques.map(() => new Map())
  }

  holderOf(index: number, key: string): string | undefined {
    return this.holders[index]?.get(key)
  }

  /** undefined = the row goes. */
  apply(changes: ReadonlyMap<string, Row | undefined>): void {
    const next = new Map(this.rows)
    for (const id of changes.keys()) this.forget(next.get(id))
    for (const [id, row] of changes) {
      if (row === undefined) next.delete(id)
      else {
        next.set(id, row)
        this.remember(row)
      }
    }
    this.rows = next
  }

  private forget(row: Row | undefined): void {
    if (row === undefined) return
    this.uniques.forEach((unique, index) => {
      const key = unique.keyOf(row)
      if (key !== undefined) this.holders[index]?.delete(key)
    })
  }

  private remember(row: Row): void {
    this.uniques.forEach((unique, index) => {
      const key = unique.keyOf(row)
      if (key !== undefined) this.holders[index]?.set(key, row._id)
    })
  }
}
