import { ControlRefused } from '../../../fake-service/control-request.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Change } from '../books/record.ts'
import type { Tenant } from '../books/tenant.ts'
import { idOf } from '../element-kinds.ts'
import { dayAfterNext, dueDateOf } from '../rules/repeating-invoice-rules.ts'
import { judgeWrite, type Verdict } from '../rules/write.ts'

interface ByHand {
  books: Books
  tenant: Tenant
}

/** A person pays a bill, wholly unless an amount is given, from the bank account unless another is named. */
export function payByHand(
  { books, tenant }: ByHand,
  payment: JsonObject & { InvoiceID: string },
): JsonObject {
  const { InvoiceID, AccountCode, ...sent } = payment
  const bank = tenant.all('Account').find(({ Type }) => Type === 'BANK')
  const due = tenant.find('Invoice', InvoiceID)?.AmountDue ?? 0
  const Account = { Code: AccountCode ?? bank?.Code ?? '' }
  const input = { Amount: due, ...sent, Account, Invoice: { InvoiceID } }
  const [change] = byHand({ books, tenant }, { kind: 'Payment', input })
  return change.element
}

/** The ledger makes the next bill of a template, as it would do by itself on the scheduled day. */
export function billFromTemplate({ books, tenant }: ByHand, template: JsonObject): JsonObject {
  const schedule = isObject(template.Schedule) ? template.Schedule : {}
  const day = textOf(schedule.NextScheduledDate) ?? books.timestamp().slice(0, 10)
  const {
    Type = 'ACCPAY',
    Contact = {},
    LineItems = [],
    LineAmountTypes = 'Exclusive',
    Status = '',
  } = template
  const input = {
    ...{ Type, Contact, LineItems, LineAmountTypes, Status },
    Date: day,
    DueDate: dueDateOf(schedule, day),
  }
  const { RepeatingInvoiceID = '' } = template
  const next: Change = {
    kind: 'RepeatingInvoice',
    operation: 'update',
    element: { ...template, Schedule: { ...schedule, NextScheduledDate: dayAfterNext(schedule) } },
    changed: ['Schedule'],
  }
  const [bill] = byHand(
    { books, tenant },
    { kind: 'Invoice', input, more: { RepeatingInvoiceID }, also: () => [next] },
  )
  return bill.element
}

/** A person makes a bill repeating: a template of it, to which it belongs from then on. */
export function repeatByHand(
  { books, tenant }: ByHand,
  repeat: { bill: JsonObject; schedule: JsonObject },
): JsonObject {
  const { bill, schedule } = repeat
  const { Type = 'ACCPAY', Contact = {}, LineItems = [], LineAmountTypes = 'Exclusive' } = bill
  const Schedule = { Period: 1, Unit: 'MONTHLY', DueDate: 20, DueDateType: 'OFFOLLOWINGMONTH', ...schedule }
  const lines = listOf(LineItems).map(({ LineItemID: _own, ...line }) => line)
  const input = { Type, Contact, LineItems: lines, LineAmountTypes, Status: 'AUTHORISED', Schedule }
  const tie = ({ RepeatingInvoiceID = '' }: JsonObject): Change => ({
    kind: 'Invoice',
    operation: 'update',
    element: { ...bill, RepeatingInvoiceID, UpdatedDateUTC: books.timestamp() },
    changed: ['RepeatingInvoiceID'],
  })
  const made = { kind: 'RepeatingInvoice', input, also: (template: JsonObject) => [tie(template)] } as const
  return byHand({ books, tenant }, made)[0].element
}

/** What a person makes in the ledger's own pages, by the same rules. */
export function makeByHand(
  parts: ByHand,
  made: { kind: 'RepeatingInvoice' | 'Contact' | 'Item'; input: JsonObject },
): JsonObject {
  return byHand(parts, made)[0].element
}

interface Made {
  kind: Change['kind']
  input: JsonObject
  /** Properties that only the ledger itself can set. */
  more?: JsonObject
  /** What else happens by it, seen what was made. */
  also?: (made: JsonObject) => Change[]
}

function byHand({ books, tenant }: ByHand, { kind, input, more = {}, also }: Made): Verdict['changes'] {
  const at = books.timestamp()
  const verdict = judgeWrite({ tenant, kind, input, mayUpdate: false, unitPlaces: 4, at })
  if (verdict.problems.length > 0)
    throw new ControlRefused(`The ledger refuses this: ${verdict.problems.join(' ')}`)
  const [first, ...consequences] = verdict.changes
  const asked = { ...first, element: { ...first.element, ...more } }
  const changes: Verdict['changes'] = [asked, ...consequences, ...(also?.(asked.element) ?? [])]
  books.write({ type: 'commit', tenant: tenant.id, at, by: 'person', changes })
  return [{ ...asked, element: tenant.find(kind, idOf(kind, asked.element)) ?? asked.element }]
}
