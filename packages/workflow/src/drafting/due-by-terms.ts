import { documentCapability, dueDateByTerms } from '@fieldledger/accounting'
import type { CatalogueVendor, DraftInputs } from './draft-inputs.ts'

interface DueByTerms {
  dueDate?: string
  note?: string
}

/**
 * The due date of a document that says none, by the terms that its vendor has in the ledger: only for a ledger that
 * takes no such document without one. Others count it themselves.
 */
export function dueByTerms(
  { request, connection }: DraftInputs,
  { header, vendor }: { header: { date: string; dueDate?: string }; vendor: CatalogueVendor | undefined },
): DueByTerms {
  const terms = vendor?.paymentTerms
  const needs = documentCapability(connection.capabilities, request.documentKind)?.needsDueDate === true
  if (header.dueDate !== undefined || terms === undefined || !needs) return {}
  const dueDate = dueDateByTerms(header.date, terms)
  if (dueDate === undefined) return {}
  const note = `The form says no due date: it is due on ${dueDate}, by the terms of ${vendor?.name} in ${connection.providerLabel}.`
  return { dueDate, note }
}
