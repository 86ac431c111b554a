import type { LedgerError } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { errorCatalogue } from './error-catalogue.ts'
import { classify } from './errors.ts'

const judge = (body: unknown, status = 400): LedgerError | null => classify({ status, headers: {}, body })
const refused = (detail: string, more: { code?: string; path?: string } = {}) => ({
  type: 'https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.1',
  title: 'Bad Request',
  status: 400,
  'o:errorDetails': [
    {
      detail,
      'o:errorCode': more.code ?? 'USER_ERROR',
      ...(more.path === undefined ? {} : { 'o:errorPath': more.path }),
    },
  ],
})

/** Texts of reference §3.5, and of SuiteScript's codes that it names. */
test.each([
  [
    'Error while accessing resource: You have entered an Invalid Field Value 9999 for the following field: item',
    'unknown-reference',
    'link-item',
    'item-missing',
  ],
  [
    'You have entered an Invalid Field Value 7 for the following field: entity',
    'unknown-reference',
    'link-vendor',
    'vendor-missing',
  ],
  [
    'You have entered an Invalid Field Value 7 for the following field: account',
    'wrong-account',
    'choose-account',
    'account-does-not-fit',
  ],
  [
    'You have entered an Invalid Field Value 5 for the following field: taxCode',
    'unknown-reference',
    'check-connection',
    'tax-code-missing',
  ],
  ['Invalid item reference key 107 for subsidiary 2.', 'unknown-reference', 'link-item', 'item-missing'],
  [
    'You have entered an Invalid Field Value 5 for the following field: currency',
    'not-allowed',
    'edit-form',
    'currency-missing',
  ],
  [
    'Error while accessing a resource. Please enter value(s) for: Tax Schedule, Subsidiary.',
    'document-rejected',
    'edit-form',
    'value-missing',
  ],
  [
    'A vendor record with this ID already exists. You must enter a unique vendor ID for each record you create.',
    'duplicate-name',
    'link-vendor',
    'vendor-name-taken',
  ],
  [
    'Uniqueness error - There is already an item of this name: the item name already exists.',
    'duplicate-name',
    'link-item',
    'item-name-taken',
  ],
  ['This transaction number has already been used.', 'duplicate-number', 'change-number', 'number-taken'],
  ['The posting period is closed for this date.', 'period-closed', 'edit-form', 'period-closed'],
  [
    'The field memo contained more than the maximum number ( 999 ) of characters allowed.',
    'too-long',
    'shorten-name',
    'too-long',
  ],
  ['The item is inactive.', 'inactive-reference', 'link-item', 'inactive'],
  [
    'This record cannot be deleted because it is linked to other transactions.',
    'document-in-use',
    'edit-form',
    'moved-on',
  ],
  ['Something that nobody has seen yet', 'document-rejected', 'edit-form', 'refused'],
  [
    'You have entered an Invalid Field Value 5 for the following field: class',
    'unknown-reference',
    'edit-form',
    'class-missing',
  ],
  [
    'You have entered an Invalid Field Value 5 for the following field: terms',
    'unknown-reference',
    'edit-form',
    'term-missing',
  ],
  [
    'You have entered an Invalid Field Value 5 for the following field: customer',
    'unknown-reference',
    'edit-form',
    'project-missing',
  ],
  [
    'You have entered an Invalid Field Value 5 for the following field: employee',
    'unknown-reference',
    'edit-form',
    'employee-missing',
  ],
])('%s', (detail, code, cure, entry) => {
  const error = judge(refused(detail))
  expect(error).toMatchObject({ code, cure, outcomeUnknown: false, retryable: false })
  expect([error?.detail.entry, errorCatalogue.some(({ id }) => id === entry)]).toEqual([entry, true])
  expect(error?.message).toMatch(/^[A-Z“].{20,}[.]$/s)
  expect(error?.detail.providerMessage).toBe(detail)
})

test('a date outside the open periods, and a number that is taken, in the words of the record service', () => {
  const date = 'The transaction date you specified is not within an open accounting period.'
  expect(judge(refused(date))).toMatchObject({ code: 'period-closed' })
  expect(judge(refused('This record already exists.'))).toMatchObject({ code: 'duplicate-number' })
})

test('a list that the role may not see is told as such, not as a fault of the form', () => {
  const detail =
    'Invalid search query. Detailed unprocessed description follows. Invalid search type: currency.'
  expect(judge(refused(detail, { code: 'INVALID_PARAMETER' }))?.message).toContain('currencies')
})

test('a complaint without a field’s name is judged by its path', () => {
  const body = refused('Invalid content.', { code: 'INVALID_CONTENT', path: 'expense.items[2].account.id' })
  expect(judge(body)).toMatchObject({ code: 'wrong-account', detail: { field: 'account' } })
})

test('what was saved there at the same moment is stale', () => {
  expect(judge(refused('Record has been changed', { code: 'RCRD_HAS_BEEN_CHANGED' }))).toMatchObject({
    code: 'stale-revision',
    retryable: true,
  })
})

test('values that are missing are named', () => {
  expect(judge(refused('Please enter value(s) for: First Name, Last Name.'))?.message).toContain(
    'First Name, Last Name',
  )
})

test('a write is answered without a body; any other empty answer cannot be read', () => {
  expect(judge('', 204)).toBeNull()
  expect(judge({ items: [] }, 200)).toBeNull()
  expect(judge('', 200)).toMatchObject({ code: 'unreadable-answer' })
})

test.each([
  [401, refused('Invalid login attempt.', { code: 'INVALID_LOGIN' }), 'authorisation-expired', 'signed-out'],
  [
    403,
    refused('Permission Violation: You need the Purchase Order permission.', {
      code: 'INSUFFICIENT_PERMISSION',
    }),
    'not-allowed',
    'permission-missing',
  ],
  [
    403,
    refused('You do not have permission to use REST web services. Check the scope of the token.', {
      code: 'INSUFFICIENT_PERMISSION',
    }),
    'permission-missing',
    'permission-missing',
  ],
  [403, 'x', 'reconnect-needed', 'locked-out'],
  [
    404,
    refused('The record instance does not exist.', { code: 'NONEXISTENT_ID' }),
    'document-removed',
    'removed-there',
  ],
  [
    500,
    refused('An unexpected error occurred.', { code: 'UNEXPECTED_ERROR' }),
    'outcome-unknown',
    'broke-off',
  ],
  [503, 'x', 'outcome-unknown', 'broke-off'],
])('status %i', (status, body, code, entry) => {
  expect(judge(body, status)).toMatchObject({ code, detail: { entry } })
  expect(errorCatalogue.some(({ id }) => id === entry)).toBe(true)
})

test('the permission that the role lacks is named as NetSuite names it', () => {
  const said = refused(
    "Permission Violation: You need the 'Lists -> Vendors' permission to access this page.",
    {
      code: 'INSUFFICIENT_PERMISSION',
    },
  )
  expect(judge(said, 403)?.message).toContain('lacks the permission “Lists -> Vendors” for this')
})

test('too many requests are waited for by ourselves, as no Retry-After is sent: seconds for places, a minute for counts', () => {
  const concurrent = refused('Concurrent request limit exceeded. Request blocked.', {
    code: 'CONCURRENCY_LIMIT_EXCEEDED',
  })
  expect(judge(concurrent, 429)).toMatchObject({
    costsNoAttempt: true,
    detail: { retryAfterMs: 5000, entry: 'crowded' },
  })
  const counted = refused('Request limit exceeded.', { code: 'REQUEST_LIMIT_EXCEEDED' })
  expect(judge(counted, 429)).toMatchObject({
    code: 'rate-limited',
    detail: { retryAfterMs: 60_000, entry: 'throttled' },
  })
})
