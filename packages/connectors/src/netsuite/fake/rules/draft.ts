import type { JsonObject } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import type { RecordType } from '../record-types/record-types.ts'

/** A write on its way through the rules of its record type. */
export interface Draft {
  company: Company
  type: RecordType
  /** The fields that were sent, checked one by one. */
  sent: JsonObject
  before: JsonObject | undefined
  /** As it would stand in the books. */
  record: JsonObject
  at: string
}
