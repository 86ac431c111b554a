import { companyScope } from '@fieldledger/workflow'
import type { Person } from '../ports/person.ts'
import type { UseCase } from '../use-case.ts'
import { closeVendorTask } from './close-vendor-tasks.ts'

/**
 * Closes the tasks of proposed vendors that meanwhile were taken in, merged or linked, wherever that was done.
 * May be called at any time: it looks at what is, so that a call that was lost is made good by the next one.
 */
export async function settleVendors({
  runtime,
  companyId,
  person,
}: UseCase & { person: Pick<Person, 'id' | 'name'> }): Promise<void> {
  const scope = companyScope(companyId)
  const { stores, lookups } = runtime.ports
  const open = await stores.of(scope).tasks.list({ kinds: ['proposed-vendor'], states: ['open'] })
  const ids = open.flatMap(({ vendorId }) => vendorId ?? [])
  if (ids.length === 0) return
  const [vendors, connections] = await Promise.all([
    lookups.catalogue.vendors({ scope, ids }),
    lookups.connections.summaries({ scope }),
  ])
  const linkedIn = await Promise.all(
    connections.map(async ({ id, providerLabel }) => ({
      providerLabel,
      links: await lookups.links.find({ scope, connectionId: id, kind: 'vendor', ids }),
    })),
  )
  for (const vendorId of ids) {
    const vendor = vendors.get(vendorId)
    const ledger = linkedIn.find(({ links }) => links.has(vendorId))
    if (vendor === undefined || (vendor.state === 'proposed' && ledger === undefined)) continue
    const outcome =
      vendor.id === vendorId
        ? inWords(ledger?.providerLabel, vendor.state)
        : `is "${vendor.name}" of the list`
    await stores.transact(scope, async (store) => {
      if (store.transaction !== undefined)
        await lookups.catalogue.accept({ scope, vendorId, transaction: store.transaction })
      const by = { id: person.id, name: person.name }
      await closeVendorTask(store, { vendorId, name: vendor.name, outcome, by, at: runtime.clock.now() })
    })
  }
  runtime.doorbell.ring()
}

function inWords(ledger: string | undefined, state: 'active' | 'proposed' | 'archived'): string {
  if (ledger !== undefined) return `is linked with ${ledger}`
  return state === 'archived' ? 'was archived' : 'was taken into the list'
}
