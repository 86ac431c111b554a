import type { WholeImport } from '@fieldledger/catalogue'
import type { WholeImportView } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import type { LedgerDoors } from './ledger-doors.ts'

const mostNoted = 200

export async function viewWholeImport(
  doors: LedgerDoors,
  { scope, connectionId }: { scope: CompanyScope; connectionId: string },
): Promise<WholeImportView> {
  const found = await doors.wholeImports.get(scope, connectionId)
  if (found === undefined) return { state: 'never', wish: 'import', lists: [], noted: [] }
  const noted = await doors.wholeImports.noted(scope, { importId: found.id, limit: mostNoted })
  const { finishedAt, message } = found
  return {
    state: stateOf(found),
    wish: found.wish ?? 'import',
    lists: found.lists.map(({ expected, ...list }) => ({ ...list, expected: expected ?? null })),
    startedAt: found.startedAt.toISOString(),
    startedBy: found.startedBy.name,
    ...(finishedAt === undefined ? {} : { finishedAt: finishedAt.toISOString() }),
    ...(message === undefined ? {} : { message }),
    noted: noted.map(({ remoteId, name, ...row }) => ({ ...row, remote: { id: remoteId, name } })),
  }
}

function stateOf({ phase, halt }: WholeImport): WholeImportView['state'] {
  return phase === 'done' ? 'done' : (halt ?? phase)
}
