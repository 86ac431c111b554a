/** Does this filter, row or pipeline stage say whose data it is about? */
export function namesCompany(filter: unknown): boolean {
  if (typeof filter !== 'object' || filter === null) return false
  const { companyId } = filter as { companyId?: unknown }
  return typeof companyId === 'string' && companyId !== ''
}
