import type {
  AccountView,
  CostCodeView,
  CustomerView,
  MaterialView,
  PersonView,
  ProjectView,
  VendorView,
} from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { fetchAll } from './fetch-all.ts'

export interface Catalogues {
  vendors: VendorView
  materials: MaterialView
  customers: CustomerView
  projects: ProjectView
  'cost-codes': CostCodeView
  accounts: AccountView
  people: PersonView
}
export type CatalogueName = keyof Catalogues

/** A whole catalogue, kept for the visit: searched here, so that typing errors are forgiven without a network. */
export function useCatalogue<Name extends CatalogueName>(name: Name, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['catalogue', name, 'all'],
    queryFn: ({ signal }) => fetchAll<Catalogues[Name]>(`/${name}`, signal),
    staleTime: 60_000,
    gcTime: 3_600_000,
    enabled: options.enabled ?? true,
  })
}
