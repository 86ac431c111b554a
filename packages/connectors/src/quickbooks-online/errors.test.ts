import type { LedgerError } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { errorCatalogue } from './error-catalogue.ts'
import { classify } from './errors.ts'

const upper = (fault: {
  code: string
  detail?: string
  message?: string
  element?: string
  type?: string
}) => ({
  Fault: {
    Error: [
      {
        Message: fault.message ?? '',
        Detail: fault.detail ?? '',
        code: fault.code,
        element: fault.element ?? '',
      },
    ],
    type: fault.type ?? 'ValidationFault',
  },
  time: '2026-11-02T05:35:56.791-07:00',
})
const lower = (code: string) => ({
  warnings: null,
  fault: { error: [{ message: 'm', detail: 'd', code, element: null }], type: 'AUTHENTICATION' },
  time: 1633520295688,
})
const judge = (body: unknown, status = 400, headers: Record<string, string> = {}): LedgerError | null =>
  classify({ status, headers, body })

/** Codes and texts of reference §1.4. */
test.each([
  [
    { code: '6240', detail: 'Another customer is already using this name.' },
    'duplicate-name',
    'link-vendor',
    'name-taken',
  ],
  [
    { code: '6140', message: 'Duplicate Document Number Error' },
    'duplicate-number',
    'change-number',
    'number-taken',
  ],
  [
    { code: '6210', message: 'Duplicate Document Number Error' },
    'duplicate-number',
    'change-number',
    'number-taken',
  ],
  [{ code: '6210', message: 'Account Period Closed' }, 'period-closed', 'edit-form', 'period-closed'],
  [{ code: '5010', detail: 'Stale Object Error : …' }, 'stale-revision', 'retry', 'changed-meanwhile'],
  [{ code: '610', message: 'Object Not Found' }, 'inactive-reference', 'link-item', 'inactive'],
  [
    { code: '2500', detail: 'Invalid Reference Id : Names element id 75 not found' },
    'unknown-reference',
    'link-vendor',
    'vendor-missing',
  ],
  [
    { code: '2500', detail: 'Invalid Reference Id : Accounts element id 7 not found' },
    'unknown-reference',
    'choose-account',
    'account-missing',
  ],
  [
    { code: '2500', detail: 'Invalid Reference Id : Items element id 7 not found' },
    'unknown-reference',
    'link-item',
    'item-missing',
  ],
  [{ code: '2020', element: 'VendorRef' }, 'document-rejected', 'edit-form', 'value-missing'],
  [{ code: '2040', element: 'Name' }, 'document-rejected', 'edit-form', 'forbidden-character'],
  [{ code: '2010' }, 'document-rejected', 'edit-form', 'not-understood'],
  [{ code: '500' }, 'document-rejected', 'edit-form', 'not-understood'],
  [{ code: '4001' }, 'document-rejected', 'edit-form', 'not-understood'],
  [
    { code: '6000', detail: 'Business Validation Error: Too much' },
    'document-rejected',
    'edit-form',
    'refused',
  ],
  [
    { code: '6000', detail: 'The currency of the transaction is invalid for customer/vendor/account.' },
    'document-rejected',
    'edit-form',
    'vendor-currency',
  ],
  [{ code: '6070' }, 'document-rejected', 'edit-form', 'amount-differs'],
  [{ code: '6190' }, 'not-allowed', 'edit-form', 'subscription-ended'],
  [{ code: '6430', element: 'ExpenseAccountRef' }, 'wrong-account', 'choose-account', 'wrong-account-type'],
  [{ code: '99999', detail: 'Something new' }, 'document-rejected', 'edit-form', 'refused'],
  [
    { code: '2500', detail: 'Invalid Reference Id : Klasses element id 7 not found' },
    'unknown-reference',
    'edit-form',
    'class-missing',
  ],
  [
    { code: '2500', detail: 'Invalid Reference Id : Depts element id 7 not found' },
    'unknown-reference',
    'edit-form',
    'location-missing',
  ],
  [
    { code: '2500', detail: 'Invalid Reference Id : Terms element id 7 not found' },
    'unknown-reference',
    'edit-form',
    'term-missing',
  ],
  [
    { code: '2500', detail: 'Invalid Reference Id : TaxCodes element id 7 not found' },
    'unknown-reference',
    'check-connection',
    'record-missing',
  ],
  [{ code: '5030', message: 'Feature Not Supported Error' }, 'not-allowed', 'edit-form', 'not-in-plan'],
])('%o is %s', (fault, code, cure, entry) => {
  const error = judge(upper(fault))
  expect(error).toMatchObject({ code, cure, outcomeUnknown: false })
  expect([error?.detail.entry, errorCatalogue.some(({ id }) => id === entry)]).toEqual([entry, true])
  expect(error?.detail.providerCode).toBe(fault.code)
  expect(error?.message).not.toContain(fault.code)
  expect(error?.message).toMatch(/^[A-Z].{30,}\.$/s)
})

test('a fault inside a 200 is a fault', () => {
  expect(judge(upper({ code: '6240' }), 200)).toMatchObject({ code: 'duplicate-name' })
  expect(judge({ Vendor: {}, time: '' }, 200)).toBeNull()
})

test('too long a text names field, limit and length', () => {
  const detail =
    'String length specified does not match the supported length. Min:0 Max:21 supported. Supplied length:45'
  const error = judge(upper({ code: '2050', detail, element: 'DocNumber' }))
  expect(error).toMatchObject({
    code: 'too-long',
    detail: { field: 'DocNumber', params: { limit: 21, length: 45 } },
  })
  expect(error?.message).toBe(
    'QuickBooks takes at most 21 characters for the document number, not 45. Shorten it and send again.',
  )
})

test('a taken number is named', () => {
  const detail =
    'Duplicate Document Number Error : You must specify a different number. DocNumber=PO-7 is assigned to TxnType=Purchase Order with TxnId=9'
  expect(judge(upper({ code: '6140', detail }))?.message).toContain('PO-7')
})

test.each([
  ['3200', 401, 'authorisation-expired'],
  ['100', 401, 'authorisation-expired'],
  ['003200', 200, 'authorisation-expired'],
  ['3100', 403, 'reconnect-needed'],
  ['120', 403, 'reconnect-needed'],
])('code %s with status %i is %s in the lower-case envelope too', (code, status, expected) => {
  const entry = expected === 'reconnect-needed' ? 'locked-out' : 'signed-out'
  expect(judge(lower(code), status)).toMatchObject({ code: expected, cure: 'reconnect', detail: { entry } })
  expect(errorCatalogue.some(({ id }) => id === entry)).toBe(true)
})

test('throttling waits as long as it is told, 60 s otherwise, and never for hours', () => {
  const fault = upper({ code: '3001', type: 'SERVICE' })
  const wait = (headers: Record<string, string>) => judge(fault, 429, headers)?.detail.retryAfterMs
  expect(judge(fault, 429)?.detail.entry).toBe('throttled')
  expect(wait({ 'retry-after': '7' })).toBe(7000)
  expect(wait({})).toBe(60_000)
  expect(wait({ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toBe(60_000)
  expect(wait({ 'retry-after': '999999' })).toBe(600_000)
})

test('its own failures are unknown, save a 503 that says when to come back', () => {
  for (const status of [500, 502, 503, 504])
    expect(judge('<html>', status)).toMatchObject({
      outcomeUnknown: true,
      code: 'outcome-unknown',
      detail: { entry: 'broke-off' },
    })
  expect(judge(upper({ code: '10000', type: 'SystemFault' }), 400)).toMatchObject({ outcomeUnknown: true })
  expect(judge('', 503, { 'retry-after': '5' })).toMatchObject({
    code: 'ledger-unavailable',
    outcomeUnknown: false,
    detail: { entry: 'down' },
  })
})

test.each([
  [200, '{"PurchaseOrder":{"Id":'],
  [302, ''],
  [404, '<html>'],
  [400, { error: 'x' }],
  [200, []],
])('status %i with %o is unreadable', (status, body) => {
  expect(judge(body, status)).toMatchObject({
    code: 'unreadable-answer',
    outcomeUnknown: true,
    detail: { entry: 'unreadable' },
  })
})
