export { type Choices, resolveConflict } from './conflicts/resolve-conflict.ts'
export {
  archiveRecord,
  type CatalogueInput,
  createRecord,
  editRecord,
  findRecord,
} from './edit/save-record.ts'
export { type EventPorts, takeEvents } from './feeds/take-events.ts'
export { type FeedPorts, type FeedRhythm, tickFeeds } from './feeds/tick-feeds.ts'
export { fileColumns } from './file/file-columns.ts'
export { fileRows } from './file/file-rows.ts'
export { loadFile, mostFileRows } from './file/load-file.ts'
export type { FileTable, PlannedFile, PlannedFileRow } from './file/plan-file.ts'
export { type ImportedList, importFromLedger } from './import/import-from-ledger.ts'
export type { PlannedRow } from './import/plan-import.ts'
export type { ImportList } from './import/remote-row.ts'
export { changeMaterial } from './items/change-material.ts'
export { pushItem } from './items/push-item.ts'
export { type LedgerList, type LedgerRow, readLedgerList } from './ledger/read-ledger-list.ts'
export { searchLedger } from './ledger/search-ledger.ts'
export { linkByHand, unlink } from './links/link-by-hand.ts'
export { linkMany } from './links/link-many.ts'
export { sendOwed } from './owed/send-owed.ts'
export type { CataloguePorts } from './ports/catalogue-ports.ts'
export type {
  CatalogueChange,
  CataloguePage,
  CatalogueQuery,
  CatalogueRepository,
} from './ports/catalogue-repository.ts'
export type { ImportReport, ImportReports } from './ports/import-reports.ts'
export type { LedgerConnection, LedgerConnections } from './ports/ledger-connections.ts'
export type { LedgerEventRecord, LedgerEvents } from './ports/ledger-events.ts'
export type { FeedRest, LedgerFeed, LedgerFeeds } from './ports/ledger-feeds.ts'
export type { AgreedPair, ImportBatch, LinkRepository } from './ports/link-repository.ts'
export type { OwedQueue } from './ports/owed-queue.ts'
export type { PortalLink, PortalLinks } from './ports/portal-links.ts'
export type { ListProgress, ReadRow, SettledRow, WholeImport, WholeImports } from './ports/whole-imports.ts'
export type {
  Account,
  CatalogueKind,
  CatalogueRecord,
  CatalogueRecords,
  CostCode,
  Customer,
  LinkableKind,
  Material,
  Project,
  Vendor,
} from './records/catalogue-record.ts'
export type { LinkConflict, LinkOrigin, LinkRecord, OwedChange, PairField } from './records/link-record.ts'
export { type CatalogueRefusalCode, CatalogueRefused } from './refusals/catalogue-refused.ts'
export { nameKey } from './search/name-key.ts'
export { searchPieces, searchWords } from './search/search-words.ts'
export { suggestForLedger } from './suggest/suggest-for-ledger.ts'
export { type Suggestion, suggestPairs } from './suggest/suggest-pairs.ts'
export type { SyncedItem } from './sync/plan-item-sync.ts'
export { syncItems, syncItemsOrHandOver } from './sync/sync-items.ts'
export { changeVendor } from './vendors/change-vendor.ts'
export { activateVendor, mergeVendor } from './vendors/look-at-proposed-vendor.ts'
export { pushVendor } from './vendors/push-vendor.ts'
export { contactsOf, fieldsOf, type VendorFields } from './vendors/vendor-fields.ts'
export type { LongLists } from './whole-import/read-or-hand-over.ts'
export { startWholeImport, stopWholeImport } from './whole-import/start-whole-import.ts'
export { tickWholeImports } from './whole-import/tick-whole-imports.ts'
