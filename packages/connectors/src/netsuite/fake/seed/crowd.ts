import { crowdItem, crowdVendor } from '../../../fake-service/trades/crowd.ts'
import type { Company, Entry } from '../books/company.ts'
import type { CrowdMade } from '../books/record.ts'
import { itemRecord, itemType, vendorRecord } from './seed-records.ts'

/** Very many vendors and items, the same ones each time the books are read. */
export function crowdRecords(company: Company, { vendors, items, at }: CrowdMade): Entry[] {
  const common = { isInactive: false, dateCreated: at, lastModifiedDate: at }
  const first = {
    entity: { n: company.inFamily('entity').length, id: Number(company.nextId('entity')) },
    item: { n: company.inFamily('item').length, id: Number(company.nextId('item')) },
  }
  return [
    ...Array.from({ length: vendors }, (_, n): Entry => {
      const body = vendorRecord(crowdVendor(first.entity.n + n))
      return { type: 'vendor', record: { id: String(first.entity.id + n), ...common, ...body } }
    }),
    ...Array.from({ length: items }, (_, n): Entry => {
      const seed = crowdItem(first.item.n + n)
      const record = { id: String(first.item.id + n), ...common, ...itemRecord(seed) }
      return { type: itemType(seed), record }
    }),
  ]
}
