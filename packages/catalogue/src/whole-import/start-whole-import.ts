import type { CompanyScope } from '@fieldledger/workflow'
import { importOrder } from '../import/remote-row.ts'
import { findActiveLedger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { WholeImport, WholeImports } from '../ports/whole-imports.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'

type Ports = Pick<CataloguePorts, 'connections' | 'clock' | 'newId'> & { wholeImports: WholeImports }

interface Wish {
  scope: CompanyScope
  connectionId: string
}

/** One that was halted goes on where it stopped; else all lists are taken over, from the beginning. */
export async function startWholeImport(
  ports: Ports,
  wish: Wish & { person: { id: string; name: string } },
): Promise<void> {
  const { scope, connectionId, person } = wish
  await findActiveLedger(ports, wish)
  if (await ports.wholeImports.resume(scope, connectionId)) return
  const now = ports.clock.now()
  const fresh: WholeImport = {
    id: ports.newId(),
    companyId: scope.companyId,
    connectionId,
    phase: 'reading',
    lists: importOrder.map((list) => ({ list, pages: 0, read: 0, settled: 0, outcomes: {} })),
    at: { list: 0 },
    step: 0,
    startedAt: now,
    startedBy: { id: person.id, name: person.name },
    dueAt: now,
  }
  if (!(await ports.wholeImports.begin(scope, fresh))) throw new CatalogueRefused('whole-import-under-way')
}

/** What was read stays, so that it can go on from there. */
export async function stopWholeImport(
  ports: { wholeImports: WholeImports },
  { scope, connectionId }: Wish,
): Promise<void> {
  if (!(await ports.wholeImports.stop(scope, connectionId)))
    throw new CatalogueRefused('no-whole-import-under-way')
}
