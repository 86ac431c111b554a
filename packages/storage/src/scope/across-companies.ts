/** The option by which a query leaves the company scope; see the scope plugin. */
export interface AcrossCompanies {
  acrossCompanies: { reason: string }
}

/**
 * The only exit from the company scope: `model.find(filter).setOptions(acrossCompanies('claim due runs'))`.
 * Usable in storage/src/engine alone; the architecture test lists and counts its calls.
 */
export function acrossCompanies(reason: string): AcrossCompanies {
  return { acrossCompanies: { reason } }
}
