import { ControlRefused } from '../../../fake-service/control-request.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Company } from '../books/company.ts'
import type { Change } from '../books/record.ts'
import { type RecordType, traitsOf } from '../record-types/record-types.ts'
import { NetSuiteRefusal } from '../refusal.ts'
import { consequencesOf } from '../rules/consequences.ts'
import { checkRemovable } from '../rules/removal.ts'
import { judgeWrite } from '../rules/write.ts'

interface Edit {
  books: Books
  company: Company
  type: RecordType
  record: JsonObject
}

/** What a person makes in the ledger's own pages, by the same rules. */
export function makeByHand({ books, company, type }: Omit<Edit, 'record'>, input: JsonObject): JsonObject {
  const at = books.timestamp()
  const { change, also } = judged(() => {
    const own = judgeWrite({ company, type, input, replaced: [], refusesUnknownNames: true, at })
    return { change: own, also: consequencesOf(company, own) }
  })
  books.write({ type: 'commit', realm: company.id, at, by: 'person', change, also })
  return change.record
}

/** What a person does in the ledger's own pages: the same rules; lists that are sent are replaced. */
export function editByHand({ books, company, type, record }: Edit, input: JsonObject): JsonObject {
  const at = books.timestamp()
  const replaced = Object.keys(traitsOf(type).sublists)
  const { change, also } = judged(() => {
    const own = judgeWrite({ company, type, input, before: record, replaced, refusesUnknownNames: true, at })
    return { change: own, also: consequencesOf(company, own) }
  })
  books.write({ type: 'commit', realm: company.id, at, by: 'person', change, also })
  return change.record
}

export function deleteByHand({ books, company, type, record }: Edit): void {
  const change: Change = { type, operation: 'delete', record, changed: [] }
  const also = judged(() => {
    checkRemovable(company, { type, record })
    return consequencesOf(company, change)
  })
  books.write({ type: 'commit', realm: company.id, at: books.timestamp(), by: 'person', change, also })
}

function judged<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof NetSuiteRefusal)
      throw new ControlRefused(`The ledger refuses this: ${error.message}`)
    throw error
  }
}
