import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../refusals.ts'
import { checkContact } from './contact.ts'
import type { Draft } from './draft.ts'
import { checkNameFree } from './names.ts'

export function settleEmployee(draft: Draft): JsonObject {
  const { company, record } = draft
  const [first, last] = [textOf(record.firstName), textOf(record.lastName)]
  const missing = [
    ...(first === undefined ? ['First Name'] : []),
    ...(last === undefined ? ['Last Name'] : []),
    ...(company.settings.oneWorld && record.subsidiary === undefined ? ['Subsidiary'] : []),
  ]
  if (missing.length > 0) throw refuse.missing(missing)
  checkContact(record)
  const name = textOf(record.entityId) ?? `${first} ${last}`
  checkNameFree(draft, {
    name,
    sentence:
      'An employee record with this ID already exists. You must enter a unique employee ID for each record you create.',
  })
  return {
    ...record,
    entityId: name,
    isSalesRep: record.isSalesRep ?? false,
    subsidiary: record.subsidiary ?? { id: '1' },
  }
}
