import { DocumentRemoved, type LedgerDocument, type OperationPlan } from '@fieldledger/accounting'
import { present } from '../../present.ts'
import { refuseFixed } from '../../refuse-fixed.ts'
import { capabilities } from '../capabilities.ts'
import type { DocumentRecord } from '../document-record.ts'
import { mergeDocument } from '../merge-document.ts'
import { writeRequest } from '../requests.ts'
import { classPlaces } from './class-places.ts'
import { readExchangeRate } from './exchange-rate.ts'
import { explainingReferences } from './explain-references.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { payableAccount } from './payable-account.ts'
import { recordOf } from './record-of.ts'

export const createDocument: OperationPlan<'document.create'> = function* (document, context) {
  const { kind } = document
  const record = recordOf(kind)
  const payable = yield* payableAccount(document, context.currency)
  const classes = yield* classPlaces(document)
  const exchangeRate = yield* readExchangeRate(document, context)
  const body = record.toBody(document, { classes, exchangeRate, payable })
  const write = writeRequest('post', { path: record.path, body, requestKey: context.requestKey })
  const made = yield* explainingReferences(document, record.one(write))
  return inOurWords(made, { ...context, kind })
}

/**
 * The write carries the SyncToken of the version that was looked at, not of the one that is there now: what a person
 * saved there meanwhile makes it stale (5010), and is never written over unseen.
 */
export const updateDocument: OperationPlan<'document.update'> = function* ({ document, reference }, context) {
  const { kind } = document
  const record = recordOf(kind)
  const classes = yield* classPlaces(document)
  const before = yield* readDocument(record, { id: reference.id, step: 'read-post' })
  if (before === null) throw removed(record, document)
  const there = inOurWords(before, { ...context, kind })
  refuseFixed({ ledger: 'QuickBooks', capabilities, there, wanted: document })
  const isValuedAlike = before.TxnDate === document.date && before.CurrencyRef?.value === document.currency
  const exchangeRate = isValuedAlike ? undefined : yield* readExchangeRate(document, context)
  const wanted = record.toBody(document, { classes, exchangeRate })
  const body = {
    ...mergeDocument(before, { body: wanted, document }),
    ...present({ SyncToken: reference.revision }),
  }
  const write = writeRequest('post', { path: record.path, body, requestKey: context.requestKey })
  const after = yield* explainingReferences(document, record.one(write))
  return inOurWords(after, { ...context, kind })
}

function removed({ name }: DocumentRecord, { number }: LedgerDocument): DocumentRemoved {
  return new DocumentRemoved(
    `${name} ${number} was deleted in QuickBooks. Choose whether to send it again as a new one or to cancel it here.`,
    { params: { number } },
  )
}
