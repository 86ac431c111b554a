import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import { dayOf, dayProperties } from '../dates.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'
import { settleLines } from './line-items.ts'
import { settleContact, settleCurrency } from './references.ts'
import { totalsOf } from './totals.ts'

interface DocumentRules {
  status: string
  /** A posted document must be whole; a draft may lack much. */
  isPosted: boolean
}

/** What orders and bills have in common: contact, dates, lines, totals. */
export function settleDocument(draft: Draft, { status, isPosted }: DocumentRules): JsonObject {
  const { input, before, at, problems } = draft
  const amountsAre = textOf(input.LineAmountTypes) ?? textOf(before?.LineAmountTypes) ?? 'Exclusive'
  const lines = settleLines(draft, { isPosted, amountsAre })
  if (lines.length === 0 && isPosted) problems.push('One or more line items must be specified')
  const totals = totalsOf(lines, amountsAre)
  if (totals.Total < 0) problems.push('The document total must be zero or greater')
  const days = daysOf(input)
  return {
    ...before,
    ...plainTexts(input),
    Contact: settleContact(draft),
    Date: textOf(before?.Date) ?? at.slice(0, 10),
    ...days,
    LineAmountTypes: amountsAre,
    LineItems: lines,
    ...settleCurrency(draft),
    ...totals,
    TotalDiscount: 0,
    IsDiscounted: false,
    HasAttachments: before?.HasAttachments ?? false,
    Status: status,
  }
}

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export function checkLockDate({ tenant, before, problems }: Draft, date: string): void {
  const locked = tenant.settings.periodLockDate
  if (locked === null || (date > locked && (textOf(before?.Date) ?? date) > locked)) return
  problems.push(
    `The document date cannot be before the period lock date, currently set at ${longDay.format(new Date(locked))}`,
  )
}

function daysOf(input: JsonObject): JsonObject {
  const days: JsonObject = {}
  for (const property of dayProperties) {
    const value = input[property]
    if (value === undefined || value === null || value === '') continue
    const day = dayOf(value)
    if (day === undefined)
      throw refuse.badJson(`Could not convert string to DateTime: ${String(value)}. Path '${property}'`)
    days[property] = day
  }
  return days
}

const texts = [
  'Reference',
  'Url',
  'BrandingThemeID',
  'DeliveryAddress',
  'AttentionTo',
  'Telephone',
  'DeliveryInstructions',
]

function plainTexts(input: JsonObject): JsonObject {
  const given = texts.flatMap((name) => {
    const value = input[name]
    return value === undefined || isObject(value) ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

/** Whether something besides the status would change; a call that sends only a status moves the document. */
export function sendsMoreThanStatus(input: JsonObject, ids: readonly string[]): boolean {
  return Object.keys(input).some((name) => name !== 'Status' && name !== 'Type' && !ids.includes(name))
}
