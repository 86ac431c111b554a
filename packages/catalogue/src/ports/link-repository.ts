import type { RemoteReference } from '@fieldledger/accounting'
import type { CompanyScope, ItemField } from '@fieldledger/workflow'
import type { CatalogueKind, CatalogueRecord, LinkableKind } from '../records/catalogue-record.ts'
import type { LinkConflict, LinkRecord, PairFields } from '../records/link-record.ts'
import type { CatalogueChange } from './catalogue-repository.ts'

/** Records, changes of records and links that belong together, all or nothing. */
export interface ImportBatch {
  kind: CatalogueKind
  records: readonly CatalogueRecord<CatalogueKind>[]
  /** What a missing currency means where the records come from (G-08); absent = nothing but itself. */
  missingCurrency?: string
  links: readonly LinkRecord[]
  /** `ifOf` = only while the record is as it was then: whoever changed it meanwhile loses nothing. */
  changes?: readonly { id: string; change: CatalogueChange<CatalogueKind>; ifOf?: Date }[]
  /** Ids of links that make room for these. */
  drops?: readonly string[]
  /** What was agreed with the ledger about pairs that are there already. */
  agreed?: readonly AgreedPair[]
  /** Changes that these ledgers must hear of, where the records have an active pair there. */
  owes?: { ledgers: readonly string[]; ourIds: readonly string[]; owed: NonNullable<LinkRecord['owed']> }
}

export interface AgreedPair {
  linkId: string
  remote: RemoteReference
  active: boolean
  /** Absent = as before. */
  seen?: PairFields
  conflicts: readonly LinkConflict[]
  /** Absent = as before. */
  kept?: readonly ItemField[]
  /** The change that was owed since then is owed no more. */
  settles?: Date
}

export interface LinkRepository {
  ofRecords(scope: CompanyScope, which: { kind: LinkableKind; ids: readonly string[] }): Promise<LinkRecord[]>
  ofLedger(scope: CompanyScope, which: { ledger: string; kind: LinkableKind }): Promise<LinkRecord[]>
  byRemote(
    scope: CompanyScope,
    which: { ledger: string; kind: LinkableKind; remoteId: string },
  ): Promise<LinkRecord | undefined>
  byRemotes(
    scope: CompanyScope,
    which: { ledger: string; kind: LinkableKind; remoteIds: readonly string[] },
  ): Promise<LinkRecord[]>
  /** Pairs of suppliers and items that were changed on both sides. */
  inConflict(scope: CompanyScope): Promise<LinkRecord[]>
  /** false = somebody linked or changed one of them, or took a name of theirs, meanwhile: nothing was written. */
  insertBatch(scope: CompanyScope, batch: ImportBatch): Promise<boolean>
  /** What the ledger now says about the pair of `remote.id`. */
  refresh(
    scope: CompanyScope,
    which: {
      ledger: string
      kind: LinkableKind
      seen: readonly { remote: RemoteReference; active: boolean; fields?: PairFields }[]
    },
  ): Promise<void>
  /** What a pair owes the ledger; undefined = nothing any more. */
  owe(scope: CompanyScope, which: { id: string; owed: LinkRecord['owed'] }): Promise<void>
  /** Something happened to these there: each is compared anew, also while one is being compared. */
  lookAgain(
    scope: CompanyScope,
    which: { ledger: string; remoteIds: readonly string[]; at: Date },
  ): Promise<void>
  /** What was owed since then is owed no more. */
  settle(scope: CompanyScope, which: { id: string; since: Date }): Promise<void>
  remove(scope: CompanyScope, which: { ledger: string; kind: LinkableKind; ourId: string }): Promise<boolean>
  count(scope: CompanyScope, ledger: string): Promise<Partial<Record<LinkableKind, number>>>
}
