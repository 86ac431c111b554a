import {
  DocumentInUse,
  DocumentRejected,
  DocumentRemoved,
  DuplicateName,
  DuplicateNumber,
  InactiveReference,
  type LedgerError,
  type LedgerErrorDetail,
  NotAllowed,
  PeriodClosed,
  StaleRevision,
  TooLong,
} from '@fieldledger/accounting'
import type { Fault } from './fault.ts'
import { fieldRefusal } from './field-refusals.ts'

interface Refusal {
  /** What explains it in the error catalogue. */
  entry: string
  /** Over REST most complaints share the code USER_ERROR or INVALID_CONTENT: their words decide (reference §3.5). */
  words: RegExp
  error(fault: Fault, detail: LedgerErrorDetail): LedgerError
}

const refusals: readonly Refusal[] = [
  {
    entry: 'changed-meanwhile',
    words: /RCRD_HAS_BEEN_CHANGED|record has been changed/i,
    error: (_fault, detail) =>
      new StaleRevision(
        'Somebody saved this in NetSuite at the same moment. Fieldledger compares both; choose which one holds when you are asked.',
        detail,
      ),
  },
  {
    entry: 'removed-there',
    words: /NONEXISTENT_ID|RCRD_DSNT_EXIST|record (instance )?does not exist/i,
    error: (_fault, detail) =>
      new DocumentRemoved(
        'This record is not in NetSuite any more. Choose whether to send it again as a new one or to cancel it here.',
        detail,
      ),
  },
  {
    entry: 'period-closed',
    words: /TRAN_PRD_CLOSED|period.*(closed|locked)|(closed|locked).*period|not within .*period/i,
    error: (_fault, detail) =>
      new PeriodClosed(
        'The books of this period are closed in NetSuite. Change the date on the form, or ask the bookkeeper to open the period.',
        detail,
      ),
  },
  {
    entry: 'item-name-taken',
    words: /(item|name).*(already (exists|in use|been used)|must be unique)|DUP_ITEM/i,
    error: (fault, detail) =>
      aboutItem(fault) ? itemTaken(detail) : vendorTaken({ ...detail, entry: 'vendor-name-taken' }),
  },
  {
    entry: 'vendor-name-taken',
    words: /UNIQUE_CUST_ID_REQD|DUP_ENTITY|(vendor|entity).*already exists/i,
    error: (_fault, detail) => vendorTaken(detail),
  },
  {
    entry: 'number-taken',
    words:
      /DUP_RCRD|this record already exists|(number|tranid|transaction).*(already (exists|been used|in use)|duplicate|must be unique)/i,
    error: (_fault, detail) =>
      new DuplicateNumber(
        'This number is already used by another document in NetSuite. Change the number and send again.',
        { ...detail, field: 'tranId' },
      ),
  },
  {
    entry: 'too-long',
    words: /maximum (number|length)|EXCEEDED_MAX_FIELD_LENGTH|longer than \d+|exceed.*character/i,
    error: (fault, detail) => tooLong(fault, detail),
  },
  {
    entry: 'inactive',
    words: /inactive/i,
    error: (fault, detail) =>
      new InactiveReference(
        'Something on this document is inactive in NetSuite. Make it active there, or link another one, then send again.',
        { ...detail, params: { record: recordOf(fault) } },
      ),
  },
  {
    entry: 'list-forbidden',
    words: /invalid search|search error/i,
    error: (_fault, detail) =>
      new NotAllowed(
        'The NetSuite role of this connection may not look into one of the lists that are needed. Ask a NetSuite administrator to let the role see accounts, currencies, items, vendors, purchase orders and bills, then send again.',
        detail,
      ),
  },
  {
    entry: 'permission-missing',
    words: /permission/i,
    error: (_fault, detail) =>
      new NotAllowed(
        'The NetSuite role of this connection lacks a permission for this. Ask a NetSuite administrator to add it to the role, then send again.',
        detail,
      ),
  },
  {
    entry: 'moved-on',
    words:
      /(linked|received|billed|closed).*(cannot|can not|may not)|(cannot|can not|may not).*(linked|received|billed|closed|deleted)/i,
    error: (_fault, detail) =>
      new DocumentInUse(
        'This document has moved on in NetSuite and can no longer be changed from here. Look at it in NetSuite, and change it there if it must be.',
        detail,
      ),
  },
]

/** A deterministic no: nothing was written, and the same request would be refused again. */
export function refusalOf(faults: readonly Fault[]): LedgerError {
  const [first = { code: '', message: '', path: '' }] = faults
  const detail = { providerCode: first.code, providerMessage: wordsOfAll(faults) }
  for (const { entry, words, error } of refusals)
    for (const fault of faults)
      if (words.test(`${fault.code} ${fault.message}`)) return error(fault, { ...detail, entry })
  for (const fault of faults) {
    const refusal = fieldRefusal(fault, detail)
    if (refusal !== undefined) return refusal
  }
  return new DocumentRejected(
    `NetSuite refused this: “${ownWords(first.message)}” Correct the form and send it again.`,
    { ...detail, entry: 'refused' },
  )
}

function aboutItem({ message, path }: Fault): boolean {
  return /\bitem/i.test(`${message} ${path}`)
}

function recordOf({ message, path }: Fault): string {
  const text = `${message} ${path}`
  if (/vendor|entity/i.test(text)) return 'vendor'
  return /account/i.test(text) ? 'account' : 'item'
}

function itemTaken(detail: LedgerErrorDetail): DuplicateName {
  return new DuplicateName(
    'NetSuite already has an item of this name or number. Link that item, or give the material another SKU.',
    { ...detail, field: 'itemId', params: { record: 'item' } },
  )
}

function vendorTaken(detail: LedgerErrorDetail): DuplicateName {
  return new DuplicateName(
    'NetSuite already uses this name for another vendor, customer or employee. Link the vendor that is there, or choose another name.',
    { ...detail, field: 'entityId', params: { record: 'vendor' } },
  )
}

function tooLong({ message }: Fault, detail: LedgerErrorDetail): TooLong {
  const limit = Number(/(\d{1,6})/.exec(message)?.[1] ?? 0)
  const allowed = limit > 0 ? `at most ${limit} characters` : 'fewer characters'
  return new TooLong(
    `NetSuite takes ${allowed} in one of the texts that were sent. Shorten it and send again.`,
    { ...detail, params: { limit } },
  )
}

function wordsOfAll(faults: readonly Fault[]): string {
  return faults
    .map(({ message }) => message)
    .join(' ')
    .slice(0, 1000)
}

function ownWords(message: string): string {
  const words = message
    .replace(/^Error while accessing (a )?resource[:.]\s*/i, '')
    .trim()
    .slice(0, 300)
  if (words === '') return 'no reason was given.'
  return /[.!?]$/.test(words) ? words : `${words}.`
}
