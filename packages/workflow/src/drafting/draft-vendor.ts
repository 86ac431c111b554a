import type { RemoteReference } from '@fieldledger/accounting'
import { type MaterialRow, severalVendors, vendorsOfRows } from '@fieldledger/forms'
import type { Problem } from '../graph/problem.ts'
import { isPerVendor } from '../mapping/is-per-vendor.ts'
import type { CatalogueVendor, DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'

export interface DraftedVendor {
  vendor?: CatalogueVendor
  remote?: RemoteReference
  problems: Problem[]
}

/** The one vendor of the document and its pair in the ledger (G-02). */
export function draftVendor(inputs: DraftInputs): DraftedVendor {
  const { mapping } = inputs.request
  const source = mapping.vendor
  const value = source === undefined ? [] : (inputs.submission.values[source] ?? [])
  const perVendor = isPerVendor(mapping)
  const { vendorIds, without } = vendorsOfRows(perVendor ? (value as MaterialRow[]) : [])
  if (without.length > 0) return stopped('line-without-vendor', whichLines(without), { cure: 'edit-form' })
  const picked = perVendor
    ? asMeant(vendorIds, inputs)
    : (value as unknown[]).filter((one) => typeof one === 'string')
  const [id] = picked
  if (id === undefined)
    return stopped('vendor-missing', 'The form names no vendor: pick one and send it again.', {
      cure: 'edit-form',
    })
  if (picked.length > 1)
    return stopped('several-vendors', perVendor ? notSplit : severalVendors, { cure: 'edit-form' })
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

/** One of those that mean the same vendor, because they were merged. */
function asMeant(vendorIds: readonly string[], { vendors }: DraftInputs): string[] {
  const meant = (id: string) => vendors.get(id)?.id ?? id
  const kept = new Map(vendorIds.toReversed().map((id) => [meant(id), id]))
  return [...kept.values()]
}

const notSplit =
  'The lines name several vendors, and this form is not split: it is not approved yet, stands in a ledger already, has receipts or bills, or came of a split itself. Name one vendor in all lines, and send it again.'

function whichLines(without: readonly { line: number; description: string }[]): string {
  const [first, ...others] = without
  if (first !== undefined && others.length === 0)
    return `Line ${first.line} "${first.description}" names no vendor: choose one in that line, and send it again.`
  const all = without.map(({ line }) => line)
  return `Lines ${all.slice(0, -1).join(', ')} and ${all.at(-1)} name no vendor: choose one in each of them, and send it again.`
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
