import { textOf } from '../../../fake-service/json.ts'
import { payablesOf } from './currencies.ts'
import type { Draft, Settled } from './draft.ts'
import { cleanName, qualifiedName, refuseTakenName } from './names.ts'

const nameParts = ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix'] as const

/** Vendors and customers. */
export function settlePerson(draft: Draft): Settled {
  const { realm, kind, body, before } = draft
  const composed = nameParts.flatMap((part) => textOf(body[part]) ?? []).join(' ')
  const DisplayName = cleanName('DisplayName', textOf(body.DisplayName) ?? composed)
  refuseTakenName({ realm, kind, name: DisplayName, ...(before && { ownId: before.Id }) })
  const named = {
    ...body,
    DisplayName,
    PrintOnCheckName: textOf(body.PrintOnCheckName) ?? textOf(body.CompanyName) ?? DisplayName,
    CurrencyRef: body.CurrencyRef ?? { value: 'USD', name: 'United States Dollar' },
    Balance: before?.Balance ?? 0,
  }
  if (kind === 'Customer')
    return { body: { ...named, FullyQualifiedName: qualifiedName({ realm, kind, body: named }) } }
  return {
    body: { Vendor1099: false, ...named },
    consequences: () => payablesOf(named.CurrencyRef, draft),
  }
}
