/** One company's books at one provider, whichever connection leads there. */
export function ledgerKey(books: { provider: string; environment: string; ledgerCompanyId: string }): string {
  return `${books.provider}|${books.environment}|${books.ledgerCompanyId}`
}
