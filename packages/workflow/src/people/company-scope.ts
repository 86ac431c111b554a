declare const scoped: unique symbol

/** Proof that somebody decided for which company this is. Every repository of company data asks for one. */
export interface CompanyScope {
  readonly companyId: string
  readonly [scoped]: true
}

export function companyScope(companyId: string): CompanyScope {
  return Object.freeze({ companyId }) as CompanyScope
}
