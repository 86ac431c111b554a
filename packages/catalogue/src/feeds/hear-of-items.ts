import type { CompanyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'

export interface Heard {
  remoteId: string
  active: boolean
  name?: string
}

/**
 * A pair is called as its item is called there now, and ends with it; what else the item says is taken over by Sync
 * Items alone (G-09), and so is one that became active again (S2-36).
 */
export async function hearOfItems(
  ports: Pick<CataloguePorts, 'links'>,
  { scope, ledger, heard }: { scope: CompanyScope; ledger: string; heard: readonly Heard[] },
): Promise<void> {
  const told = new Map(heard.map((item) => [item.remoteId, item]))
  const which = { ledger, kind: 'material' } as const
  const pairs = await ports.links.byRemotes(scope, { ...which, remoteIds: [...told.keys()] })
  const seen = pairs.flatMap(({ remote, active }) => {
    const item = told.get(remote.id)
    if (item === undefined || !active) return []
    const name = item.active ? (item.name ?? remote.name) : remote.name
    return [{ remote: { ...remote, ...(name === undefined ? {} : { name }) }, active: item.active }]
  })
  await ports.links.refresh(scope, { ...which, seen })
}
