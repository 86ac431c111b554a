import { textOf } from '../../../fake-service/json.ts'
import { idOf, nameOf } from '../record-types/record-types.ts'
import { momentCell, textCell } from './cell.ts'
import type { Column, Table } from './table.ts'

/** What was deleted, by whom so ever: an id is never given again, so a poller can tell what is gone. */
export const deletedRecords: Table = {
  rows: (company) =>
    company.deleted.map(({ type, record, at }) => ({
      type,
      record: { recordid: idOf(record), name: nameOf(type, record), deleteddate: at },
    })),
  columns: new Map<string, Column>([
    ['recordid', (_company, { record }) => textCell(textOf(record.recordid))],
    ['name', (_company, { record }) => textCell(textOf(record.name))],
    ['type', (_company, { type }) => textCell(type)],
    ['deleteddate', (_company, { record }) => momentCell(record, 'deleteddate')],
  ]),
}
