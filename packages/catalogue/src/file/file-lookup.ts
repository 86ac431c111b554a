import type { CompanyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { CatalogueKind, CatalogueRecord } from '../records/catalogue-record.ts'
import type { FileLookup } from './file-cells.ts'
import { fileColumns } from './file-columns.ts'
import { fileNames } from './file-names.ts'

type Ports = Pick<CataloguePorts, 'catalogue'>
type Which = { scope: CompanyScope; kind: CatalogueKind; records: readonly CatalogueRecord[] }

/** Accounts and suppliers that the rows of a list name, archived ones too: what is named stays named. */
export async function fileLookup(ports: Ports, which: Which): Promise<FileLookup> {
  return {
    accounts: fileNames(await named(ports, { ...which, of: 'account', field: 'accountId' })),
    vendors: fileNames(await named(ports, { ...which, of: 'vendor', field: 'vendorId' })),
  }
}

async function named(
  ports: Ports,
  which: Which & { of: 'account' | 'vendor'; field: 'accountId' | 'vendorId' },
): Promise<CatalogueRecord<'account' | 'vendor'>[]> {
  const { scope, kind, records, of, field } = which
  if (!fileColumns[kind].some((column) => column.field === field)) return []
  const present: CatalogueRecord<'account' | 'vendor'>[] = await ports.catalogue.all(scope, of)
  const known = new Set(present.map(({ id }) => id))
  const ids = records.map((record): unknown => Reflect.get(record, field))
  const missing = ids.filter((id): id is string => typeof id === 'string' && !known.has(id))
  return [...present, ...(await ports.catalogue.findMany(scope, { kind: of, ids: [...new Set(missing)] }))]
}
