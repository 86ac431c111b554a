import { type RemoteItem, StaleRevision } from '@fieldledger/accounting'
import { findRecord } from '../edit/save-record.ts'
import type { OwedPair } from '../owed/owed-pair.ts'
import { untilAgreed } from '../owed/until-agreed.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Material } from '../records/catalogue-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import type { ItemFields } from '../sync/item-fields.ts'
import { asKeptThere } from './as-kept-there.ts'
import { ownedHere, ownedValues } from './owned-here.ts'

type Ports = Pick<CataloguePorts, 'catalogue' | 'links' | 'driverFor' | 'clock'>

/**
 * What of an item is kept here comes to stand in the ledger. It is read first, always: a change that arrived before a
 * crash is seen and not sent again. Fields that the ledger keeps are neither sent nor taken by it.
 */
export function agreeOnItem(ports: Ports, pair: OwedPair): Promise<void> {
  return untilAgreed('item', () => agreeOnce(ports, pair))
}

async function agreeOnce(ports: Ports, pair: OwedPair): Promise<boolean> {
  const { scope, link, connection } = pair
  const material = await findRecord(ports, { scope, kind: 'material', id: link.ourId })
  const found = await run(ports, pair).get()
  if (found === null) throw new CatalogueRefused('remote-not-found')
  const owned = material.archived || !found.active ? {} : ownedValues(material, ownedHere(connection))
  const wanted = asKeptThere(owned, connection)
  const there = fieldsThere(found)
  const changed = Object.entries(wanted).filter(
    ([field, value]) => there[field as keyof ItemFields] !== value,
  )
  if (changed.length === 0) return settle(ports, { ...pair, material, found, wanted })
  try {
    const sent = await run(ports, pair).update(Object.fromEntries(changed), found)
    return await settle(ports, { ...pair, material, found: sent, wanted })
  } catch (error) {
    if (error instanceof StaleRevision) return false
    throw error
  }
}

function run(ports: Ports, { scope, link, connection }: OwedPair) {
  const { target } = connection
  const driver = ports.driverFor(target)
  const at = { companyId: scope.companyId, connectionId: target.id }
  return {
    get: () => driver.run({ operation: 'item.get', input: { reference: link.remote }, scope: at }),
    update: ({ price, name, sku, description }: ItemFields, { reference }: RemoteItem) => {
      const changes = Object.fromEntries(
        Object.entries({ name, sku, description, purchaseCost: price }).filter(
          ([, value]) => value !== undefined,
        ),
      )
      const { revision } = reference
      const input = { reference: link.remote, changes }
      return driver.run({
        operation: 'item.update',
        input: revision === undefined ? input : { ...input, ifRevision: revision },
        scope: at,
      })
    },
  }
}

function fieldsThere({ name, sku, description, purchaseCost }: RemoteItem): ItemFields {
  return Object.fromEntries(
    Object.entries({ name, sku, description, price: purchaseCost }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}

/** What the ledger made of our values is what both agreed on: its way of rounding a price, say. */
async function settle(
  ports: Ports,
  done: OwedPair & { material: Material; found: RemoteItem; wanted: ItemFields },
): Promise<boolean> {
  const { scope, link, material, found, wanted } = done
  const there = fieldsThere(found)
  const names = Object.keys(wanted) as (keyof ItemFields)[]
  const agreed = Object.fromEntries(names.flatMap((field) => (field in there ? [[field, there[field]]] : [])))
  const taken = Object.fromEntries(
    Object.entries(agreed).filter(([field, value]) => wanted[field as keyof ItemFields] !== value),
  )
  const change = Object.keys(taken).length > 0 ? { ...taken, updatedAt: ports.clock.now() } : {}
  return ports.links.insertBatch(scope, {
    kind: 'material',
    records: [],
    links: [],
    changes: [{ id: material.id, change, ifOf: material.updatedAt }],
    agreed: [
      {
        linkId: link.id,
        remote: { id: link.remote.id, name: found.name },
        active: found.active,
        seen: { ...link.seen, ...agreed },
        conflicts: (link.conflicts ?? []).filter(({ field }) => !(field in wanted)),
        settles: link.owed.since,
      },
    ],
  })
}
