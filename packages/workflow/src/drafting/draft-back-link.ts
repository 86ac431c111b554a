import { documentCapability } from '@fieldledger/accounting'
import type { DraftInputs } from './draft-inputs.ts'

/**
 * The way back to the form, where no field of it is mapped to the memo (G-24): nothing of ours is added to one that is,
 * and an address that does not fit is left out, since nobody asked for it.
 */
export function draftBackLink({ connection, request, formUrl }: DraftInputs): { backLink?: string } {
  const can = documentCapability(connection.capabilities, request.documentKind)
  if (can?.linksBack !== true || request.mapping.memo !== undefined || formUrl === undefined) return {}
  return formUrl.length > can.memoLimit ? {} : { backLink: formUrl }
}
