import type { CatalogueKind, CatalogueRecord } from '@fieldledger/catalogue'
import type { Stored } from '../runtime/record.ts'
import type { StoredCatalogueRecord } from './catalogue-models.ts'
import { searchKeys } from './search-keys.ts'

export function toStoredRecord(record: CatalogueRecord): StoredCatalogueRecord {
  const { id, ...rest } = record
  return { ...rest, _id: id, ...searchKeys({ ...rest }) } as StoredCatalogueRecord
}

export function toRecord<Kind extends CatalogueKind>(stored: unknown): CatalogueRecord<Kind> {
  const {
    _id: id,
    nameKey: _nameKey,
    words: _words,
    pieces: _pieces,
    score: _score,
    ...rest
  } = stored as Stored<CatalogueRecord> & Record<string, unknown>
  return { ...rest, id } as unknown as CatalogueRecord<Kind>
}
