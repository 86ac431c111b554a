import {
  DocumentInUse,
  DocumentRejected,
  DuplicateName,
  DuplicateNumber,
  InactiveReference,
  type LedgerError,
  type LedgerErrorDetail,
  NotAllowed,
  OutcomeUnknown,
  PeriodClosed,
  TooLong,
  UnknownReference,
  WrongAccount,
} from '@fieldledger/accounting'
import type { Fault } from './fault.ts'

interface Refusal {
  /** What explains it in the error catalogue. */
  entry: string
  /** The service has no codes for its complaints: its words decide (reference §2.6). */
  words: RegExp
  error(found: RegExpExecArray, detail: LedgerErrorDetail): LedgerError
}

const refusals: readonly Refusal[] = [
  {
    entry: 'earlier-try-differs',
    words: /idempotency.key.*different request/i,
    error: (_found, detail) =>
      new OutcomeUnknown(
        'An earlier try of this may have reached Xero with other contents, so we do not know yet what is there. Fieldledger looks it up; wait for the result.',
        detail,
      ),
  },
  {
    entry: 'contact-name-taken',
    words: /contact name .*(already assigned|must be unique)/i,
    error: (_found, detail) =>
      new DuplicateName(
        'Xero already uses this name for another contact, customers and vendors alike. Link the contact that is there, or choose another name.',
        { ...detail, field: 'Name', params: { record: 'vendor' } },
      ),
  },
  {
    entry: 'item-code-taken',
    words: /item with code '(.{1,100}?)' already exists/i,
    error: ([, code = ''], detail) =>
      new DuplicateName(
        `Xero already has an item with the code “${code}”. Link that item, or give the material another SKU.`,
        { ...detail, field: 'Code', params: { record: 'item', code } },
      ),
  },
  {
    entry: 'number-taken',
    words: /(order number|invoice #|invoice number) must be unique/i,
    error: (_found, detail) =>
      new DuplicateNumber(
        'This number is already used by another document in Xero. Change the number and send again.',
        { ...detail, field: 'PurchaseOrderNumber' },
      ),
  },
  {
    entry: 'period-locked',
    words: /lock date|locked period/i,
    error: (_found, detail) =>
      new PeriodClosed(
        'The books of this period are locked in Xero. Change the date on the form, or ask the bookkeeper to move the lock date.',
        detail,
      ),
  },
  {
    entry: 'currency-missing',
    words: /not subscribed to (?:the )?currency (\w{3})/i,
    error: ([, currency = ''], detail) =>
      new NotAllowed(
        `This Xero organisation does not use ${currency}. Add the currency in Xero, then send again.`,
        { ...detail, params: { currency } },
      ),
  },
  {
    entry: 'tax-does-not-fit',
    words: /tax ?type .*(account code|cannot be used|does not exist)/i,
    error: (_found, detail) =>
      new WrongAccount(
        'The tax rate of an account in Xero does not fit a purchase. Correct the tax rate of the account in Xero, or choose another account.',
        { ...detail, params: { record: 'account' } },
      ),
  },
  {
    entry: 'contact-archived',
    words: /contact.*archived|archived contact/i,
    error: (_found, detail) =>
      new InactiveReference(
        'The vendor is archived in Xero, or was merged into another contact there. Link the contact that is left, or restore this one in Xero, then send again.',
        { ...detail, params: { record: 'vendor' } },
      ),
  },
  {
    entry: 'account-archived',
    words: /account.*archived|archived account/i,
    error: (_found, detail) =>
      new InactiveReference(
        'An account of this document is archived in Xero. Restore it there, or choose another account, then send again.',
        { ...detail, params: { record: 'account' } },
      ),
  },
  {
    entry: 'item-missing',
    words:
      /item code '?(.{0,100}?)'? (?:is not valid|is invalid|does not exist|was not found|could not be found)/i,
    error: ([, code = ''], detail) =>
      new UnknownReference(
        `There is no item with the code “${code}” in Xero. Link another item and send again.`,
        { ...detail, params: { record: 'item', code } },
      ),
  },
  {
    entry: 'contact-missing',
    words: /contact.*(not found|could not be found|must contain|invalid)/i,
    error: (_found, detail) =>
      new UnknownReference('The linked vendor is not in Xero any more. Link another vendor and send again.', {
        ...detail,
        params: { record: 'vendor' },
      }),
  },
  {
    entry: 'account-missing',
    words: /account (code|must be valid)/i,
    error: (_found, detail) =>
      new UnknownReference(
        'An account of this document is not in Xero, or cannot stand on it. Choose another account and send again.',
        { ...detail, params: { record: 'account' } },
      ),
  },
  {
    entry: 'moved-on',
    words:
      /not of valid status|status.*(cannot be|can not be|invalid|not valid)|cannot .*(billed|deleted|edited)/i,
    error: (_found, detail) =>
      new DocumentInUse(
        'This document has moved on in Xero and can no longer be changed from here. Look at it in Xero, and change it there if it must be.',
        detail,
      ),
  },
  {
    entry: 'too-long',
    words: /max(?:imum)? length|(?:less|fewer|more|longer) than \d+ char|exceed.*char/i,
    error: (found, detail) => tooLong(found.input, detail),
  },
]

/** A deterministic no: nothing was written, and the same request would be refused again. */
export function refusalOf({ code, messages }: Fault): LedgerError {
  const detail = { providerCode: code, providerMessage: messages.join(' ').slice(0, 1000) }
  for (const { entry, words, error } of refusals)
    for (const message of messages) {
      const found = words.exec(message)
      if (found !== null) return error(found, { ...detail, entry })
    }
  const [first = ''] = messages
  return new DocumentRejected(`Xero refused this: “${ownWords(first)}” Correct the form and send it again.`, {
    ...detail,
    entry: 'refused',
  })
}

function tooLong(message: string, detail: LedgerErrorDetail): TooLong {
  const limit = Number(/(\d{1,6})/.exec(message)?.[1] ?? 0)
  const allowed = limit > 0 ? `at most ${limit} characters` : 'fewer characters'
  return new TooLong(`Xero takes ${allowed} in one of the texts that were sent. Shorten it and send again.`, {
    ...detail,
    params: { limit },
  })
}

function ownWords(message: string): string {
  const words = message.trim().slice(0, 300)
  if (words === '') return 'no reason was given.'
  return /[.!?]$/.test(words) ? words : `${words}.`
}
