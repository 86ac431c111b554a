import type { LedgerError } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { errorCatalogue } from './error-catalogue.ts'
import { classify } from './errors.ts'

const judge = (body: unknown, status = 400, headers: Record<string, string> = {}): LedgerError | null =>
  classify({ status, headers, body })
const refused = (Message: string) => ({
  ErrorNumber: 10,
  Type: 'ValidationException',
  Message: 'A validation exception occurred',
  Elements: [
    { PurchaseOrderID: 'x', LineItems: [{ ValidationErrors: [] }], ValidationErrors: [{ Message }] },
  ],
})

/** Texts of reference §2.6. */
test.each([
  [
    'The contact name Buzz Lightyear is already assigned to another contact. The contact name must be unique across all active contacts.',
    'duplicate-name',
    'link-vendor',
    'contact-name-taken',
  ],
  ["Price List Item with Code 'abc' already exists", 'duplicate-name', 'link-item', 'item-code-taken'],
  ['Order number must be unique', 'duplicate-number', 'change-number', 'number-taken'],
  ['Invoice # must be unique.', 'duplicate-number', 'change-number', 'number-taken'],
  [
    'The document date cannot be before the period lock date, currently set at 31 Dec 2025',
    'period-closed',
    'edit-form',
    'period-locked',
  ],
  ['Organisation is not subscribed to currency EUR', 'not-allowed', 'edit-form', 'currency-missing'],
  [
    'The TaxType code OUTPUT does not exist or cannot be used for this type of transaction.',
    'wrong-account',
    'choose-account',
    'tax-does-not-fit',
  ],
  [
    "The TaxType code 'INPUT' cannot be used with account code '200'.",
    'wrong-account',
    'choose-account',
    'tax-does-not-fit',
  ],
  ['Account must be valid', 'unknown-reference', 'choose-account', 'account-missing'],
  [
    "Account code '476' is not a valid code for this document.",
    'unknown-reference',
    'choose-account',
    'account-missing',
  ],
  ["Item code 'PUMP' is not valid", 'unknown-reference', 'link-item', 'item-missing'],
  ['The contact is archived', 'inactive-reference', 'link-vendor', 'contact-archived'],
  [
    'The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber',
    'unknown-reference',
    'link-vendor',
    'contact-missing',
  ],
  ['Invoice not of valid status for modification', 'document-in-use', 'edit-form', 'moved-on'],
  ['Name cannot be more than 50 characters', 'too-long', 'shorten-name', 'too-long'],
  ['Something that nobody has seen yet', 'document-rejected', 'edit-form', 'refused'],
  ["Account code '476' has been archived", 'inactive-reference', 'choose-account', 'account-archived'],
  ['Document cannot be edited as it is currently VOIDED', 'document-in-use', 'edit-form', 'moved-on'],
  [
    'This document cannot be edited as it has a payment or credit note allocated to it.',
    'document-in-use',
    'edit-form',
    'moved-on',
  ],
])('%s', (message, code, cure, entry) => {
  const error = judge(refused(message))
  expect(error).toMatchObject({ code, cure, outcomeUnknown: false, retryable: false })
  expect([error?.detail.entry, errorCatalogue.some(({ id }) => id === entry)]).toEqual([entry, true])
  expect(error?.message).toMatch(/^[A-Z“].{20,}[.]$/s)
  expect(error?.detail.providerMessage).toBe(message)
})

test('a record that was refused inside an answer 200 is refused', () => {
  const record = {
    StatusAttributeString: 'ERROR',
    ValidationErrors: [{ Message: 'Order number must be unique' }],
  }
  expect(judge({ Status: 'OK', PurchaseOrders: [record] }, 200)).toMatchObject({ code: 'duplicate-number' })
  const inLine = {
    StatusAttributeString: 'ERROR',
    LineItems: [{ ValidationErrors: [{ Message: 'Account must be valid' }] }],
  }
  expect(judge({ PurchaseOrders: [inLine] }, 200)).toMatchObject({ cure: 'choose-account' })
})

test('a warning is no refusal: what was left out shows when the record is compared', () => {
  const record = {
    StatusAttributeString: 'WARNING',
    Warnings: [{ Message: "Account code '476' has been removed as it does not match a recognised account." }],
  }
  expect(judge({ PurchaseOrders: [record] }, 200)).toBeNull()
})

test('the same key with other contents may have been taken in before', () => {
  const body = { ErrorNumber: 10, Message: 'Idempotency Key abc is used with a different request' }
  expect(judge(body)).toMatchObject({ code: 'outcome-unknown', outcomeUnknown: true })
})

test.each([
  [
    401,
    { Title: 'Unauthorized', Detail: 'TokenExpired: token expired at …' },
    'authorisation-expired',
    'signed-out',
  ],
  [
    401,
    { Title: 'Unauthorized', Detail: 'AuthorizationUnsuccessful' },
    'permission-missing',
    'permission-missing',
  ],
  [403, { Title: 'Forbidden', Detail: 'AuthenticationUnsuccessful' }, 'reconnect-needed', 'locked-out'],
  [404, 'The resource you’re looking for cannot be found', 'document-removed', 'removed-there'],
  [500, 'x', 'outcome-unknown', 'broke-off'],
  [503, 'x', 'outcome-unknown', 'broke-off'],
])('status %i', (status, body, code, entry) => {
  expect(judge(body, status)).toMatchObject({ code, detail: { entry } })
  expect(errorCatalogue.some(({ id }) => id === entry)).toBe(true)
})

test('too many requests wait as long as the service says, for a used-up day up to a day', () => {
  const headers = { 'retry-after': '66975', 'x-rate-limit-problem': 'day' }
  const day = judge('', 429, headers)
  expect(day).toMatchObject({
    costsNoAttempt: true,
    detail: { retryAfterMs: 66_975_000, entry: 'day-used-up' },
  })
  expect(day?.message).toContain('today')
  expect(judge('', 429)?.detail).toMatchObject({ retryAfterMs: 60_000, entry: 'throttled' })
})

test('a service that is down and says for how long has taken nothing in', () => {
  expect(judge('', 503, { 'retry-after': '30' })).toMatchObject({
    code: 'ledger-unavailable',
    outcomeUnknown: false,
    detail: { entry: 'down' },
  })
})
