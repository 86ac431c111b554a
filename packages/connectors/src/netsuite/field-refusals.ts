import {
  DocumentRejected,
  type LedgerError,
  type LedgerErrorDetail,
  NotAllowed,
  UnknownReference,
  WrongAccount,
} from '@fieldledger/accounting'
import type { Fault } from './fault.ts'

/** `You have entered an Invalid Field Value 9999 for the following field: item`. */
const invalidField = /invalid field value\s*(.{0,100}?) for the following field:\s*(\w+)/i
/** `Invalid item reference key 107 for subsidiary 2.` */
const otherSubsidiary = /invalid (\w+) reference key\s+(\S+)/i
/** `Please enter value(s) for: Tax Schedule, Subsidiary`. */
const missingValue = /please enter (?:a )?value\(?s?\)? for:?\s*([^.]{1,200})/i

/** A complaint that names its field in the words of the service, or points at it by its path. */
export function fieldRefusal(fault: Fault, detail: LedgerErrorDetail): LedgerError | undefined {
  const [, value = '', named = ''] = invalidField.exec(fault.message) ?? []
  const [, kind = '', key = ''] = otherSubsidiary.exec(fault.message) ?? []
  if (kind !== '') return unknownReference(kind, { detail, id: key })
  const field = named || lastPart(fault.path)
  if (named !== '' || /INVALID_(CONTENT|KEY_OR_REF|VALUE)/.test(fault.code))
    return unknownReference(field, { detail, id: value })
  const missing = missingValue.exec(fault.message)?.[1]?.trim()
  return missing === undefined ? undefined : valueMissing(missing, detail)
}

/** `item.items[0].item` is about an item. */
function lastPart(path: string): string {
  return /(\w+)(?:\.id)?$/.exec(path)?.[1] ?? ''
}

function unknownReference(
  field: string,
  { detail, id }: { detail: LedgerErrorDetail; id: string },
): LedgerError | undefined {
  const about = (record: string, entry = `${record}-missing`) => ({
    ...detail,
    entry,
    field,
    params: { record, id },
  })
  switch (field.toLowerCase()) {
    case 'entity':
    case 'vendor':
      return new UnknownReference(
        'The linked vendor is not in NetSuite, or not in the subsidiary of this document. Link another vendor and send again.',
        about('vendor'),
      )
    case 'item':
      return new UnknownReference(
        'An item of this document is not in NetSuite, or not in the subsidiary of this document. Link another item and send again.',
        about('item'),
      )
    case 'account':
    case 'category':
    case 'expenseaccount':
    case 'cogsaccount':
    case 'assetaccount':
    case 'incomeaccount':
      return new WrongAccount(
        'An account of this document is not in NetSuite, or cannot stand there. Choose another account and send again.',
        about('account', 'account-does-not-fit'),
      )
    case 'class':
    case 'department':
    case 'location':
      return new UnknownReference(
        `The ${field.toLowerCase()} of this document is not in NetSuite, or not in the subsidiary of this document. Choose another one on the form and send again.`,
        about('class'),
      )
    case 'terms':
      return new UnknownReference(
        'The terms of payment of this document are not in use in NetSuite. Choose others on the form and send again.',
        about('term'),
      )
    case 'employee':
      return new UnknownReference(
        'The employee of this document is not in use in NetSuite, or not in the subsidiary of this document. Choose another one on the form and send again.',
        about('employee'),
      )
    case 'taxcode':
      return new UnknownReference(
        'A tax code of this document is not in use in NetSuite any more. Press Check now under Connections, which reads the list again, then send again.',
        about('tax code', 'tax-code-missing'),
      )
    case 'customer':
    case 'job':
      return new UnknownReference(
        'The project of this document is not a customer or project in NetSuite. Choose another one on the form and send again.',
        about('project'),
      )
    case 'currency':
      return new NotAllowed(
        'The vendor does not use this currency in NetSuite. Add the currency to the vendor there, then send again.',
        about('vendor', 'currency-missing'),
      )
    default:
      return undefined
  }
}

function valueMissing(fields: string, detail: LedgerErrorDetail): DocumentRejected {
  return new DocumentRejected(
    `NetSuite wants a value for: ${fields}. Ask a NetSuite administrator to make it optional on the form that is used there, or to give it a default, then send again.`,
    { ...detail, entry: 'value-missing', params: { fields } },
  )
}
