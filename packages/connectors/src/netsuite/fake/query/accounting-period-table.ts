import { type Json, textOf } from '../../../fake-service/json.ts'
import { type AccountingPeriod, accountingPeriods, isClosed } from '../books/accounting-period.ts'
import { textCell } from './cell.ts'
import type { Column, Table } from './table.ts'

const flag = (is: boolean) => (is ? 'T' : 'F')

/** `accountingPeriod` (NSREC): one that is closed was locked before. */
export const accountingPeriodTable: Table = {
  rows: ({ settings: { closedThrough } }) =>
    accountingPeriods.map((period, n) => ({
      // No record of the practice ledger is one; what a row is of, its columns do not ask.
      type: 'term',
      record: { id: String(n + 1), ...shown(period, flag(isClosed(period, closedThrough))) },
    })),
  columns: new Map<string, Column>([
    ...[
      'id',
      'periodname',
      'closed',
      'aplocked',
      'arlocked',
      'alllocked',
      'isadjust',
      'isquarter',
      'isyear',
    ].map((name): [string, Column] => [name, (_company, { record }) => textCell(textOf(record[name]))]),
    ...['startdate', 'enddate'].map((name): [string, Column] => [
      name,
      (_company, { record }) => ({ value: textOf(record[name]) ?? null, kind: 'day', label: null }),
    ]),
  ]),
}

function shown({ name, startDate, endDate, is }: AccountingPeriod, closed: string): Record<string, Json> {
  return {
    periodname: name,
    startdate: startDate,
    enddate: endDate,
    closed,
    aplocked: closed,
    arlocked: closed,
    alllocked: closed,
    isadjust: 'F',
    isquarter: flag(is === 'quarter'),
    isyear: flag(is === 'year'),
  }
}
