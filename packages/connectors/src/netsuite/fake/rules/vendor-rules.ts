import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../refusals.ts'
import { checkContact } from './contact.ts'
import type { Draft } from './draft.ts'
import { checkNameFree } from './names.ts'

export function settleVendor(draft: Draft): JsonObject {
  const { company, record, before } = draft
  const isPerson = record.isPerson === true
  const person = [textOf(record.firstName), textOf(record.lastName)].filter(Boolean).join(' ')
  const name = textOf(record.entityId) ?? (isPerson ? person : textOf(record.companyName)) ?? ''
  const missing = [
    ...(isPerson && textOf(record.firstName) === undefined ? ['First Name'] : []),
    ...(isPerson && textOf(record.lastName) === undefined ? ['Last Name'] : []),
    ...(!isPerson && textOf(record.companyName) === undefined ? ['Company Name'] : []),
    ...(company.settings.oneWorld && record.subsidiary === undefined ? ['Primary Subsidiary'] : []),
  ]
  if (missing.length > 0) throw refuse.missing(missing)
  checkContact(record)
  checkNameFree(draft, {
    name,
    sentence:
      'A vendor record with this ID already exists. You must enter a unique vendor ID for each record you create.',
  })
  return {
    ...record,
    entityId: name,
    isPerson,
    subsidiary: record.subsidiary ?? { id: '1' },
    currency: record.currency ?? { id: '1' },
    balance: before?.balance ?? 0,
  }
}
