import type { RemoteReference } from '@fieldledger/accounting'
import { severalVendors } from '@fieldledger/forms'
import type { Problem } from '../graph/problem.ts'
import type { CatalogueVendor, DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'

export interface DraftedVendor {
  vendor?: CatalogueVendor
  remote?: RemoteReference
  problems: Problem[]
}

/** The one vendor of the document and its pair in the ledger (G-02). */
export function draftVendor(inputs: DraftInputs): DraftedVendor {
  const source = inputs.request.mapping.vendor
  const picked = source === undefined ? [] : ((inputs.submission.values[source] ?? []) as string[])
  const [id] = picked
  if (id === undefined)
    return stopped('vendor-missing', 'The form names no vendor: pick one and send it again.', {
      cure: 'edit-form',
    })
  if (picked.length > 1) return stopped('several-vendors', severalVendors, { cure: 'edit-form' })
  const vendor = inputs.vendors.get(id)
  if (vendor === undefined)
    return stopped('vendor-missing', 'The vendor of this form is not in the catalogue: pick another one.', {
      cure: 'edit-form',
    })
  const link = inputs.links.vendors.get(id)
  const label = inputs.connection.providerLabel
  const params = { vendorId: id, vendor: vendor.name, connectionId: inputs.connection.id }
  if (link === undefined)
    return {
      vendor,
      ...stopped(
        'vendor-not-linked',
        vendor.state === 'proposed'
          ? `"${vendor.name}" was proposed by the field: create it in ${label}, or link it to a vendor there.`
          : `"${vendor.name}" is not linked with a vendor in ${label}: link it.`,
        { cure: 'link-vendor', params },
      ),
    }
  if (!link.active)
    return {
      vendor,
      ...stopped(
        'vendor-inactive',
        `"${vendor.name}" is inactive in ${label}: make it active there, or link another vendor.`,
        {
          cure: 'link-vendor',
          params,
        },
      ),
    }
  return { vendor, remote: link.remote, problems: otherCurrency(inputs, vendor) }
}

/** Some ledgers keep a vendor in one currency, and take its documents in that alone. */
function otherCurrency({ connection, submission }: DraftInputs, vendor: CatalogueVendor): Problem[] {
  const { currency, name } = vendor
  if (connection.capabilities.vendors.oneCurrency !== true) return []
  if (currency === undefined || currency === submission.currency) return []
  return [
    heldProblem(
      'vendor-currency',
      `"${name}" is kept in ${currency}, and ${connection.providerLabel} takes no document of it in ${submission.currency}: pick the vendor that is kept in ${submission.currency}, or correct the currency of this one under Catalogue, Vendors.`,
      { cure: 'edit-form', params: { vendorId: vendor.id, vendor: name, currency: submission.currency } },
    ),
  ]
}

function stopped(
  code: string,
  message: string,
  more: Pick<Problem, 'cure' | 'params'>,
): { problems: Problem[] } {
  return { problems: [heldProblem(code, message, more)] }
}
