import type { Page } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { operationOfList } from '../import/remote-row.ts'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { LedgerRow } from '../ledger/read-ledger-list.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ListProgress, WholeImport, WholeImports } from '../ports/whole-imports.ts'
import { keptRow } from './kept-row.ts'

type Ports = Pick<CataloguePorts, 'driverFor' | 'passing'> & { wholeImports: WholeImports }

/** One request, and the mark of the page after it: what was kept is not asked for again. */
export async function readNextPage(
  ports: Ports,
  { under, progress, ledger }: { under: WholeImport; progress: ListProgress; ledger: Ledger },
): Promise<Partial<WholeImport>> {
  const { at, id: importId } = under
  const { list } = progress
  const page: Page<LedgerRow> = await ports.driverFor(ledger.target).run({
    operation: operationOfList[list],
    input: at.cursor === undefined ? {} : { cursor: at.cursor },
    scope: {
      companyId: under.companyId,
      connectionId: under.connectionId,
      asked: { personId: under.startedBy.id },
    },
  })
  const rows = page.rows.flatMap((row) => keptRow(under.wish, { list, row }))
  await ports.wholeImports.putRows(companyScope(under.companyId), { importId, list, rows })
  ports.passing?.('import.after-page')
  const read = progress.read + page.rows.length
  const left = page.next === undefined ? 0 : page.left
  const next: ListProgress = {
    ...progress,
    pages: progress.pages + 1,
    read,
    settled: progress.settled + page.rows.length - rows.length,
    ...(left === undefined ? {} : { expected: read + left }),
  }
  const lists = under.lists.map((each) => (each.list === list ? next : each))
  if (page.next !== undefined) return { lists, at: { ...at, cursor: page.next } }
  const isLast = at.list === lists.length - 1
  return isLast ? { lists, phase: 'writing', at: { list: 0 } } : { lists, at: { list: at.list + 1 } }
}
