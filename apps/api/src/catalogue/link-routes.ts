import { findRecord, type LinkableKind, linkByHand, unlink } from '@fieldledger/catalogue'
import { LinkRequest } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import type { TSchema } from 'typebox'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import { viewRecords } from './view-records.ts'

/** Linking and unlinking by hand, on the record's own page. */
export function linkRoutes(
  doors: LedgerDoors,
  { list, kind, one, view }: { list: string; kind: LinkableKind; one: string; view: TSchema },
): Route[] {
  const shown = async (scope: CompanyScope, id: string): Promise<unknown> => {
    await doors.tell(scope, { topic: 'catalogue', id })
    const record = await findRecord(doors.catalogue, { scope, kind, id })
    return (await viewRecords(doors, { scope, kind, records: [record] }))[0]
  }
  return [
    defineRoute({
      method: 'POST',
      path: `/${list}/:id/links`,
      policy: 'catalogue.edit',
      summary: `Link ${one} with a record of the ledger`,
      body: LinkRequest,
      answer: view,
      handler: async ({ scope, params, body, person, audit }) => {
        const { id } = params as { id: string }
        await linkByHand(doors.catalogue, { scope, kind, id, ...body })
        if (kind === 'vendor') {
          await doors.leaveVendorCreation(scope, { vendorId: id, connectionId: body.connectionId })
          await doors.settleVendors(scope, person)
        }
        audit({ after: body })
        return shown(scope, id)
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: `/${list}/:id/links/:connectionId`,
      policy: 'catalogue.edit',
      summary: `Unlink ${one} from a record of the ledger`,
      answer: view,
      handler: async ({ scope, params, audit }) => {
        const { id, connectionId } = params as { id: string; connectionId: string }
        await unlink(doors.catalogue, { scope, kind, id, connectionId })
        audit({ before: { connectionId } })
        return shown(scope, id)
      },
    }),
  ]
}
