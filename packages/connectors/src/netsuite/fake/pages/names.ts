import { isObject, type Json } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { type Family, idOf, nameOf } from '../record-types/record-types.ts'

/** The name of what a reference leads to. */
export function nameBehind(company: Company, { to, value }: { to: Family; value: Json | undefined }): string {
  const found = isObject(value) ? company.find(to, idOf(value)) : undefined
  return found ? nameOf(found.type, found.record) : ''
}
