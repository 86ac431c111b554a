import type { JsonObject } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { recordTypeNames } from '../record-types/record-types.ts'

/** Everything in one company's books, for tests that count. */
export function describeBooks(company: Company): Record<string, unknown> {
  const records: Record<string, JsonObject[]> = {}
  for (const type of recordTypeNames) records[type] = company.all(type)
  const { id, name, settings, creates, certificates } = company
  return { realm: id, name, settings, records, creates, certificates: [...certificates.keys()] }
}
