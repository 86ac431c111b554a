import {
  DocumentRejected,
  NotAllowed,
  type Operation,
  type OperationPlan,
  type Page,
} from '@fieldledger/accounting'
import { type MarkList, markLists } from '../mark-reference.ts'
import { containing } from '../requests.ts'
import { fromAccount, fromEmployee, fromMark, fromTerm } from '../translate-catalogue.ts'
import { AccountRow, NamedRow } from '../wire.ts'
import { EmployeeRow } from '../wire-employee.ts'
import { TermRow } from '../wire-term.ts'
import { pageOf, wrongMark } from './list-page.ts'

export const listAccounts: OperationPlan<'account.list'> = function* ({ cursor, matching }) {
  const columns = 'id, acctnumber, displaynamewithhierarchy, accttype, issummary, isinactive'
  const named = ['displaynamewithhierarchy', 'acctnumber']
  const only = matching === undefined ? {} : { where: containing(named, matching) }
  const { rows, ...more } = yield* pageOf({ columns, table: 'account', row: AccountRow, cursor, ...only })
  return { rows: rows.map(fromAccount), ...more }
}

const tables: Readonly<Record<MarkList, string>> = {
  class: 'classification',
  department: 'department',
  location: 'location',
}

/** One list after the other; the page mark names the list and the id in it. */
export const listClasses: OperationPlan<'class.list'> = function* ({ cursor = 'class:0' }) {
  const [named, after] = cursor.split(':')
  const list = markLists.find((each) => each === named)
  if (list === undefined || after === undefined) throw wrongMark()
  const { rows, next } = yield* markPage(list, after)
  const following = markLists[markLists.indexOf(list) + 1]
  const then = next === undefined ? following && `${following}:0` : `${list}:${next}`
  return {
    rows: rows.map((row) => fromMark(row, list)),
    ...(then === undefined ? {} : { next: then }),
  }
}

/** An account that has switched the list off does not know its table. */
function* markPage(list: MarkList, cursor: string): Operation<Page<NamedRow>> {
  if (!/^\d{1,18}$/.test(cursor)) throw wrongMark()
  try {
    const columns = 'id, name, fullname, isinactive'
    return yield* pageOf({ columns, table: tables[list], row: NamedRow, cursor })
  } catch (error) {
    if (error instanceof DocumentRejected) return { rows: [] }
    throw error
  }
}

export const listTerms: OperationPlan<'term.list'> = function* ({ cursor }) {
  const columns = 'id, name, daysuntilnetdue, datedriven, isinactive'
  const { rows, ...more } = yield* pageOf({ columns, table: 'term', row: TermRow, cursor })
  return { rows: rows.map(fromTerm), ...more }
}

/** A role that may not read employees does not know their table: to it there are none. */
export const listEmployees: OperationPlan<'employee.list'> = function* ({ cursor }) {
  try {
    const columns = 'id, entityid, firstname, lastname, isinactive'
    // Who opened the account is an employee of it, -5.
    const list = { columns, table: 'employee', row: EmployeeRow, bringsSome: true, cursor } as const
    const { rows, ...more } = yield* pageOf(list)
    return { rows: rows.map(fromEmployee), ...more }
  } catch (error) {
    if (error instanceof DocumentRejected || error instanceof NotAllowed) return { rows: [] }
    throw error
  }
}
