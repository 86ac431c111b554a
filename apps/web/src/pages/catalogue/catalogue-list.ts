export const catalogueLists = [
  'vendors',
  'materials',
  'customers',
  'projects',
  'cost-codes',
  'accounts',
] as const
export type CatalogueList = (typeof catalogueLists)[number]

/** Cost codes are ours alone: ledgers know no such record. */
export function isLinkable(list: CatalogueList): boolean {
  return list !== 'cost-codes'
}

export function readCatalogueList(value: string | undefined): CatalogueList {
  return catalogueLists.find((list) => list === value) ?? 'vendors'
}
