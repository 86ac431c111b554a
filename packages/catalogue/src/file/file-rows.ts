import type { CompanyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { CatalogueKind, CatalogueRecord } from '../records/catalogue-record.ts'
import { writeCell } from './file-cells.ts'
import { fileColumns, idHeading } from './file-columns.ts'
import { fileLookup } from './file-lookup.ts'

/** Records as they stand in a file that may be changed and taken back. */
export async function fileRows(
  ports: Pick<CataloguePorts, 'catalogue'>,
  which: { scope: CompanyScope; kind: CatalogueKind; records: readonly CatalogueRecord[] },
): Promise<Record<string, string>[]> {
  const lookup = await fileLookup(ports, which)
  return which.records.map((record) => {
    const cells = fileColumns[which.kind].map((column) => {
      const value: unknown = Reflect.get(record, column.field)
      return [column.heading, writeCell(column, { value, lookup })]
    })
    return { ...Object.fromEntries(cells), [idHeading]: record.id }
  })
}
