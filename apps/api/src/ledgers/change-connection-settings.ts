import { CatalogueRefused, readLedgerList } from '@fieldledger/catalogue'
import {
  type ConnectionRecord,
  checkHealth,
  connectionTarget,
  findActiveConnection,
  findConnection,
  saveRules,
  saveSending,
} from '@fieldledger/connections'
import type { ConnectionSettings } from '@fieldledger/contract'
import type { CompanyScope, MappingRules } from '@fieldledger/workflow'
import type { LedgerDoors } from './ledger-doors.ts'

/** Name, mapping rules, what is sent by itself; answers the connection as it was. */
export async function changeConnectionSettings(
  doors: LedgerDoors,
  what: { scope: CompanyScope; connectionId: string; change: ConnectionSettings },
): Promise<ConnectionRecord> {
  const { scope, connectionId, change } = what
  const before = await findConnection(doors.connections, { scope, connectionId })
  if (change.rules !== undefined) {
    await changeRules(doors, { scope, connectionId, rules: change.rules })
    // Another subsidiary has another name, and may have another currency.
    if (change.rules.subsidiary?.id !== before.rules.subsidiary?.id)
      await checkHealth(doors.connections, { scope, connectionId })
  }
  if (change.sending !== undefined)
    await saveSending(doors.connections, { scope, connectionId, sending: change.sending })
  if (change.supplierRules !== undefined)
    await doors.connections.connections.update(scope, {
      id: connectionId,
      change: { supplierRules: change.supplierRules },
    })
  if (change.itemRules !== undefined)
    await doors.connections.connections.update(scope, {
      id: connectionId,
      change: { itemRules: change.itemRules },
    })
  if (change.name !== undefined)
    await doors.connections.connections.update(scope, { id: connectionId, change: { name: change.name } })
  await doors.tell(scope, { topic: 'connections', id: connectionId })
  return before
}

async function changeRules(
  doors: LedgerDoors,
  what: { scope: CompanyScope; connectionId: string; rules: MappingRules },
): Promise<void> {
  const ids = Object.keys(what.rules.costCodeAccounts)
  const known = await doors.catalogue.catalogue.findMany(what.scope, { kind: 'cost-code', ids })
  if (known.length !== ids.length) throw new CatalogueRefused('record-not-found')
  const target = connectionTarget(await findActiveConnection(doors.connections, what))
  const accounts = await readLedgerList(doors.connections.driverFor(target), { list: 'account.list', target })
  await saveRules(doors.connections, { ...what, accounts })
}
