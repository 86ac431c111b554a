import type { Page } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import { type ImportList, operationOfList } from '../import/remote-row.ts'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { LedgerRow } from '../ledger/read-ledger-list.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ListProgress, WholeImport, WholeImports } from '../ports/whole-imports.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { keptRow } from './kept-row.ts'

/** So many are read and written while somebody waits for the answer. */
const mostAtOnce = 2000

/** Who asked, and where what is too long for one request goes on. */
export interface LongLists {
  wholeImports: WholeImports
  person: { id: string; name: string }
  mostAtOnce?: number
}

interface Walk {
  scope: CompanyScope
  ledger: Ledger
  list: ImportList
  /** Lists that come after it. */
  rest: readonly ImportList[]
  wish: WholeImport['wish']
  long: LongLists
}

interface Read {
  rows: LedgerRow[]
  pages: number
  left?: number | undefined
  cursor?: string | undefined
}

/** The whole list; undefined = it is long: a worker goes on where this stopped, and asks for no page again. */
export async function readOrHandOver(ports: CataloguePorts, walk: Walk): Promise<LedgerRow[] | undefined> {
  const most = walk.long.mostAtOnce ?? mostAtOnce
  const { target } = walk.ledger
  const read: Read = { rows: [], pages: 0 }
  do {
    const page: Page<LedgerRow> = await ports.driverFor(target).run({
      operation: operationOfList[walk.list],
      input: read.cursor === undefined ? {} : { cursor: read.cursor },
      scope: {
        companyId: target.companyId,
        connectionId: target.id,
        asked: { personId: walk.long.person.id },
      },
    })
    read.rows.push(...page.rows)
    read.pages += 1
    read.cursor = page.next
    read.left = page.next === undefined ? 0 : page.left
  } while (read.cursor !== undefined && read.rows.length < most)
  if (read.cursor === undefined && read.rows.length <= most) return read.rows
  await handOver(ports, { walk, read })
  return undefined
}

async function handOver(ports: CataloguePorts, { walk, read }: { walk: Walk; read: Read }): Promise<void> {
  const { scope, ledger, list, rest, wish, long } = walk
  const rows = read.rows.flatMap((row) => keptRow(wish, { list, row }))
  const now = ports.clock.now()
  const first: ListProgress = {
    list,
    pages: read.pages,
    read: read.rows.length,
    ...(read.left === undefined ? {} : { expected: read.rows.length + read.left }),
    settled: read.rows.length - rows.length,
    outcomes: {},
  }
  const importId = ports.newId()
  await long.wholeImports.putRows(scope, { importId, list, rows })
  const isBegun = await long.wholeImports.begin(scope, {
    id: importId,
    companyId: scope.companyId,
    connectionId: ledger.target.id,
    ...(wish === undefined ? {} : { wish }),
    ...nextPart(read, rest),
    lists: [first, ...rest.map((each) => ({ list: each, pages: 0, read: 0, settled: 0, outcomes: {} }))],
    step: 0,
    startedAt: now,
    startedBy: { id: long.person.id, name: long.person.name },
    dueAt: now,
  })
  if (!isBegun) throw new CatalogueRefused('whole-import-under-way')
}

function nextPart({ cursor }: Read, rest: readonly ImportList[]): Pick<WholeImport, 'phase' | 'at'> {
  if (cursor !== undefined) return { phase: 'reading', at: { list: 0, cursor } }
  return rest.length > 0 ? { phase: 'reading', at: { list: 1 } } : { phase: 'writing', at: { list: 0 } }
}
