import type { LinkView } from '@fieldledger/contract'

/** What all kinds of catalogue records share; the rest is read by `recordFields`. */
export interface CatalogueRecord {
  id: string
  name: string
  archived: boolean
  links: LinkView[]
  updatedAt: string
  state?: string
  [field: string]: unknown
}
