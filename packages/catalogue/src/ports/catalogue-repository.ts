import type { CompanyScope } from '@fieldledger/workflow'
import type { CatalogueKind, CatalogueRecord } from '../records/catalogue-record.ts'

export interface CatalogueQuery {
  /** Forgives typing errors; best match first. Without it by name. */
  text?: string
  archived?: boolean
  state?: 'active' | 'proposed'
  /** Only those with, or without, a link; in these books, or in any. */
  linked?: { is: boolean; ledger?: string }
  cursor?: string
  limit: number
}

export interface CataloguePage<Row> {
  rows: Row[]
  next?: string
  total: number
}

/** `undefined` clears a field. */
export type CatalogueChange<Kind extends CatalogueKind> = {
  [Field in keyof Omit<CatalogueRecord<Kind>, 'id' | 'companyId' | 'createdAt'>]?:
    | CatalogueRecord<Kind>[Field]
    | undefined
}

export interface CatalogueRepository {
  list<Kind extends CatalogueKind>(
    scope: CompanyScope,
    which: { kind: Kind; query: CatalogueQuery },
  ): Promise<CataloguePage<CatalogueRecord<Kind>>>
  find<Kind extends CatalogueKind>(
    scope: CompanyScope,
    which: { kind: Kind; id: string },
  ): Promise<CatalogueRecord<Kind> | undefined>
  findMany<Kind extends CatalogueKind>(
    scope: CompanyScope,
    which: { kind: Kind; ids: readonly string[] },
  ): Promise<CatalogueRecord<Kind>[]>
  /** All that are not archived: for matching by name. */
  all<Kind extends CatalogueKind>(scope: CompanyScope, kind: Kind): Promise<CatalogueRecord<Kind>[]>
  /** Not archived ones whose name is the same but for case and spaces. */
  named<Kind extends CatalogueKind>(
    scope: CompanyScope,
    which: { kind: Kind; name: string },
  ): Promise<CatalogueRecord<Kind>[]>
  /** The same for many names at once. */
  namedAny<Kind extends CatalogueKind>(
    scope: CompanyScope,
    which: { kind: Kind; names: readonly string[] },
  ): Promise<CatalogueRecord<Kind>[]>
  /** false = there is one of its name and currency: two that are made at once become one. */
  insert<Kind extends CatalogueKind>(kind: Kind, record: CatalogueRecord<Kind>): Promise<boolean>
  /** Names as with `insert`. */
  update<Kind extends CatalogueKind>(
    scope: CompanyScope,
    which: { kind: Kind; id: string; change: CatalogueChange<Kind> },
  ): Promise<'changed' | 'missing' | 'name-taken'>
  /** Merging: `from` and whatever was merged into it mean `into` from now on. */
  redirectVendor(scope: CompanyScope, merge: { from: string; into: string; at: Date }): Promise<boolean>
}
