import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Draft } from './draft.ts'

/** An organisation has at most two active tracking categories. */
export function settleTrackingCategory({ tenant, input, before, problems }: Draft): JsonObject {
  const name = (textOf(input.Name) ?? textOf(before?.Name) ?? '').trim()
  const status = textOf(input.Status) ?? textOf(before?.Status) ?? 'ACTIVE'
  const others = tenant
    .all('TrackingCategory')
    .filter((each) => each.Status === 'ACTIVE' && each.TrackingCategoryID !== before?.TrackingCategoryID)
  if (name === '') problems.push('The tracking category name must be specified')
  if (others.some((each) => textOf(each.Name)?.toLowerCase() === name.toLowerCase()))
    problems.push(`A tracking category with the name '${name}' already exists`)
  if (status === 'ACTIVE' && others.length >= 2)
    problems.push('An organisation can have a maximum of 2 active tracking categories')
  return { ...before, Name: name, Status: status, Options: listOf(before?.Options) }
}

export function settleCurrencyCard({ tenant, input, problems }: Draft): JsonObject {
  const code = textOf(input.Code) ?? ''
  if (tenant.find('Currency', code)) problems.push(`Organisation is already subscribed to currency ${code}`)
  return { Code: code, Description: textOf(input.Description) ?? code }
}
