import { type RemoteParty, StaleRevision } from '@fieldledger/accounting'
import { findRecord } from '../edit/save-record.ts'
import type { OwedPair } from '../owed/owed-pair.ts'
import { untilAgreed } from '../owed/until-agreed.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { conflictsOf } from './conflicts-of.ts'
import { withFirstEmail } from './first-email.ts'
import { type Reconciled, reconcileVendor } from './reconcile-vendor.ts'
import { termsTaken } from './terms-taken.ts'
import { fieldsOf, partyOf, sameFields, vendorFields } from './vendor-fields.ts'

type Ports = Pick<CataloguePorts, 'catalogue' | 'links' | 'driverFor' | 'clock'>

/**
 * What stands in the ledger is read first, always: a change that arrived before a crash is seen and not sent again, and
 * one that was made there meanwhile is taken, or becomes a conflict. Changed once more between reading and writing, on
 * either side, it begins anew.
 */
export function agreeWithLedger(ports: Ports, pair: OwedPair): Promise<void> {
  return untilAgreed('supplier', () => agreeOnce(ports, pair))
}

async function agreeOnce(ports: Ports, pair: OwedPair): Promise<boolean> {
  const { scope, link, connection } = pair
  const vendor = await findRecord(ports, { scope, kind: 'vendor', id: link.ourId })
  const found = await run(ports, pair).get()
  if (found === null) throw new CatalogueRefused('remote-not-found')
  const keeps = connection.supplierRules.archivedHere === 'keep'
  const active = link.owed.moved && !keeps ? !vendor.archived : found.active
  if (!active && !found.active) return settle(ports, { ...pair, vendor, found, merge: undefined })
  const twins = await ports.catalogue.named(scope, { kind: 'vendor', name: found.name })
  const merge = reconcileVendor(fieldsOf(vendor), {
    theirs: fieldsOf(found),
    seen: link.seen,
    unseen: 'ours',
    always: connection.supplierRules.always,
    lacks: connection.vendorsLack,
    oneEmail: !connection.keepsSeveralEmails,
    nameTaken: twins.some(({ id, currency }) => id !== vendor.id && currency === vendor.currency),
  })
  if (sameFields(merge.there, fieldsOf(found)) && active === found.active)
    return settle(ports, { ...pair, vendor, found, merge })
  try {
    const sent = await run(ports, pair).update({ merge, active, found })
    return await settle(ports, {
      ...pair,
      vendor,
      found: sent,
      merge: afterSending(pair, { merge, sent, ours: vendor }),
    })
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
    get: () => driver.run({ operation: 'vendor.get', input: { reference: link.remote }, scope: at }),
    update: ({ merge, active, found }: { merge: Reconciled; active: boolean; found: RemoteParty }) => {
      const { revision } = found.reference
      const party = partyOf({ ...merge.there, name: merge.there.name ?? found.name })
      const input = { reference: link.remote, party, active }
      return driver.run({
        operation: 'vendor.update',
        input: revision === undefined ? input : { ...input, ifRevision: revision },
        scope: at,
      })
    },
  }
}

/** What the ledger made of our values is what both agreed on: its way of writing a country, say. */
function afterSending(
  { connection }: OwedPair,
  { merge, sent, ours }: { merge: Reconciled; sent: RemoteParty; ours: Vendor },
): Reconciled {
  const there = fieldsOf(sent)
  const after: Reconciled = { ...merge, take: { ...merge.take }, seen: {} }
  for (const field of vendorFields) {
    const stands = merge.conflicts.includes(field) ? merge.seen[field] : there[field]
    if (stands !== undefined) after.seen[field] = stands
    const isWritten = there[field] !== undefined && there[field] !== merge.there[field]
    if (!isWritten || merge.conflicts.includes(field)) continue
    const isFirst = field === 'email' && !connection.keepsSeveralEmails
    after.take[field] = (isFirst ? withFirstEmail(ours.email, there.email) : there[field]) as string
  }
  return after
}

/** Inactive on both sides: nothing to agree on, and nothing owed any more. */
async function settle(
  ports: Ports,
  done: OwedPair & { vendor: Vendor; found: RemoteParty; merge: Reconciled | undefined },
): Promise<boolean> {
  const { scope, link, vendor, found, merge } = done
  const at = ports.clock.now()
  const conflicts = conflictsOf(merge?.conflicts ?? [], { theirs: fieldsOf(found), link, at })
  const { inactiveThere } = done.connection.supplierRules
  const isGone = !found.active && link.active && !link.owed.moved
  const terms = termsTaken(vendor, found)
  const taken = {
    ...merge?.take,
    ...terms,
    ...(isGone && inactiveThere === 'archive' ? { archived: true } : {}),
  }
  const change = Object.keys(taken).length > 0 ? { ...taken, updatedAt: at } : {}
  return ports.links.insertBatch(scope, {
    kind: 'vendor',
    records: [],
    links: [],
    changes: [{ id: vendor.id, change, ifOf: vendor.updatedAt }],
    agreed: [
      {
        linkId: link.id,
        remote: { id: link.remote.id, name: found.name },
        active: found.active,
        ...(merge === undefined ? {} : { seen: merge.seen }),
        conflicts,
        settles: link.owed.since,
      },
    ],
  })
}
