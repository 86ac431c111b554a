import {
  DocumentRejected,
  DuplicateName,
  DuplicateNumber,
  InactiveReference,
  type LedgerErrorDetail,
  NotAllowed,
  PeriodClosed,
  StaleRevision,
  TooLong,
  UnknownReference,
  WrongAccount,
} from '@fieldledger/accounting'
import type { Fault } from './fault.ts'
import { fieldName } from './field-names.ts'

interface Refusal {
  /** What explains it in the error catalogue. */
  entry: string
  error(fault: Fault, detail: LedgerErrorDetail): DocumentRejected
}

const inItsWords: Refusal = {
  entry: 'refused',
  error: (fault, detail) =>
    new DocumentRejected(
      `QuickBooks refused this document: “${ownWords(fault)}” Correct the form and send it again.`,
      detail,
    ),
}

/** developer.intuit.com "Error codes", with the texts seen in the wild (reference §1.4). */
const refusals: Readonly<Record<string, Refusal>> = {
  '6240': {
    entry: 'name-taken',
    error: (_fault, detail) =>
      new DuplicateName(
        'QuickBooks already uses this name: customers, vendors and employees share one list of names. Link the record that is there, or choose another name.',
        detail,
      ),
  },
  '6140': { entry: 'number-taken', error: duplicateNumber },
  '6210': {
    entry: 'period-closed',
    error: (_fault, detail) =>
      new PeriodClosed(
        'The books of this period are closed in QuickBooks. Change the date on the form, or ask the bookkeeper to open the period.',
        detail,
      ),
  },
  '5010': {
    entry: 'changed-meanwhile',
    error: (_fault, detail) =>
      new StaleRevision(
        'Somebody changed this record in QuickBooks at the same moment. Fieldledger reads it again and repeats; there is nothing to do.',
        detail,
      ),
  },
  '610': {
    entry: 'inactive',
    error: (_fault, detail) =>
      new InactiveReference(
        'Something that this document uses was made inactive in QuickBooks. Make it active there, or link another record.',
        detail,
      ),
  },
  // Its entry is that of the record that is missing.
  '2500': { entry: 'record-missing', error: unknownReference },
  '2050': { entry: 'too-long', error: tooLong },
  '2020': {
    entry: 'value-missing',
    error: (fault, detail) => {
      const field = missingField(fault)
      return new DocumentRejected(
        `QuickBooks needs ${fieldName(field)}, which was not sent. Fill it in on the form, or map it in the sync step.`,
        { ...detail, field, params: { field } },
      )
    },
  },
  '2040': {
    entry: 'forbidden-character',
    error: (fault, detail) =>
      new DocumentRejected(
        `QuickBooks allows no colon, tab or line break in ${fieldName(fault.element)}. Take it out of the name and send again.`,
        { ...detail, field: fault.element, params: { field: fault.element } },
      ),
  },
  '2010': { entry: 'not-understood', error: ourMistake },
  '500': { entry: 'not-understood', error: ourMistake },
  '4001': { entry: 'not-understood', error: ourMistake },
  '6000': inItsWords,
  currency: {
    entry: 'vendor-currency',
    error: (_fault, detail) =>
      new DocumentRejected(
        'QuickBooks keeps this vendor, or an account of the document, in another currency. Link the vendor that is kept in the currency of the form, then send again.',
        { ...detail, field: 'CurrencyRef' },
      ),
  },
  '6070': {
    entry: 'amount-differs',
    error: (_fault, detail) =>
      new DocumentRejected(
        'The amount of a line is not its quantity times its unit price. Correct the line on the form and send it again.',
        detail,
      ),
  },
  '5030': {
    entry: 'not-in-plan',
    error: (_fault, detail) =>
      new NotAllowed(
        'The QuickBooks plan of this company has no such documents: purchase orders need Plus or Advanced. Change the plan in QuickBooks, then send again.',
        detail,
      ),
  },
  '6190': {
    entry: 'subscription-ended',
    error: (_fault, detail) =>
      new NotAllowed(
        'The QuickBooks subscription of this company has ended or has a billing problem. Settle it in QuickBooks, then send again.',
        detail,
      ),
  },
  '6430': {
    entry: 'wrong-account-type',
    error: (fault, detail) =>
      new WrongAccount(
        `QuickBooks wants another type of account for ${fieldName(fault.element)}. Choose a fitting account and send again.`,
        { ...detail, field: fault.element, params: { field: fault.element } },
      ),
  },
}

/** A deterministic no: nothing was written, and the same request would be refused again. */
export function refusalOf(fault: Fault): DocumentRejected {
  const said = {
    providerCode: fault.code,
    providerMessage: `${fault.message} ${fault.detail}`.trim().slice(0, 1000),
  }
  // The service's documents disagree on the code of a duplicate number (6140, 6210), so the words decide.
  const words = `${fault.message} ${fault.detail}`
  const isNumber = /duplicate document number/i.test(words)
  const isCurrency = /currency of the transaction is invalid/i.test(words)
  const code = isNumber ? '6140' : isCurrency ? 'currency' : fault.code
  const { entry, error } = (Object.hasOwn(refusals, code) ? refusals[code] : undefined) ?? inItsWords
  return error(fault, { ...said, entry })
}

function duplicateNumber(fault: Fault, detail: LedgerErrorDetail): DocumentRejected {
  const number = /DocNumber=(\S{1,50})/.exec(fault.detail)?.[1]
  const taken = number === undefined ? 'This number' : `The number ${number}`
  return new DuplicateNumber(
    `${taken} is already used by another document in QuickBooks. Change the number and send again.`,
    { ...detail, field: 'DocNumber', ...(number === undefined ? {} : { params: { number } }) },
  )
}

const recordByGroup: Readonly<Record<string, string>> = {
  names: 'vendor',
  accounts: 'account',
  items: 'item',
  klasses: 'class',
  depts: 'location',
  terms: 'term',
  taxcodes: 'tax code',
}

const recordsWithEntry: readonly string[] = ['vendor', 'item', 'account', 'class', 'location', 'term']

function unknownReference(fault: Fault, detail: LedgerErrorDetail): DocumentRejected {
  const [, group = '', id = ''] = /(\w+) element id (\S{1,50}) not found/i.exec(fault.detail) ?? []
  const record = recordByGroup[group.toLowerCase()] ?? 'record'
  return new UnknownReference(
    `A linked ${record} is not in QuickBooks any more. Link another ${record} and send again.`,
    {
      ...detail,
      entry: `${recordsWithEntry.includes(record) ? record : 'record'}-missing`,
      params: { record, id },
    },
  )
}

function tooLong(fault: Fault, detail: LedgerErrorDetail): DocumentRejected {
  const limit = Number(/Max:(\d{1,6})/.exec(fault.detail)?.[1] ?? 0)
  const length = Number(/Supplied length:(\d{1,9})/.exec(fault.detail)?.[1] ?? 0)
  const allowed = limit > 0 ? `at most ${limit} characters` : 'fewer characters'
  const given = length > 0 ? `, not ${length}` : ''
  return new TooLong(
    `QuickBooks takes ${allowed} for ${fieldName(fault.element)}${given}. Shorten it and send again.`,
    { ...detail, field: fault.element, params: { field: fault.element, limit, length } },
  )
}

function ourMistake(_fault: Fault, detail: LedgerErrorDetail): DocumentRejected {
  return new DocumentRejected(
    'QuickBooks did not understand what Fieldledger sent. Nothing was written there; send the Integration Log entry to support.',
    detail,
  )
}

function missingField(fault: Fault): string {
  return fault.element || (/parameter (\S{1,100}) is missing/i.exec(fault.detail)?.[1] ?? '')
}

function ownWords(fault: Fault): string {
  const words = (fault.detail || fault.message)
    .replace(/^[\w ]*Error *: */i, '')
    .trim()
    .slice(0, 300)
  if (words === '') return 'no reason was given.'
  return /[.!?]$/.test(words) ? words : `${words}.`
}
