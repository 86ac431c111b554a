import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Realm } from '../books/realm.ts'
import { entityKinds, kindNames } from '../entity-kinds.ts'
import { ProviderFault } from '../fault.ts'
import { refuse } from '../fault-catalogue.ts'
import { runQuery } from '../query/run-query.ts'
import { executeWrite } from './execute.ts'

interface BatchCall {
  books: Books
  realm: Realm
  requestId: string | undefined
  body: JsonObject
}

const mostItems = 30

/** Runs the items one after the other; each is answered for itself, so a batch is 200 even when all fail. */
export function runBatch(call: BatchCall): JsonObject {
  const items = listOf(call.body.BatchItemRequest)
  if (items.length === 0) throw refuse.missing('BatchItemRequest')
  if (items.length > mostItems) throw refuse.tooManyBatchItems(items.length)
  const { requestId } = call
  if (requestId !== undefined && requestId.length > 36) {
    throw refuse.badLength('requestid', { limit: 36, supplied: requestId.length })
  }
  const answers = items.map((item) => ({ bId: textOf(item.bId) ?? '', ...answerItem(item, call) }))
  return { BatchItemResponse: answers, time: call.books.timestamp() }
}

function answerItem(item: JsonObject, call: BatchCall): JsonObject {
  try {
    return runItem(item, call)
  } catch (error) {
    if (error instanceof ProviderFault) return { Fault: error.asFault() }
    throw error
  }
}

function runItem(item: JsonObject, { books, realm, requestId }: BatchCall): JsonObject {
  const bId = textOf(item.bId)
  if (bId === undefined) throw refuse.missing('bId')
  if (requestId !== undefined && bId.length > 10)
    throw refuse.badLength('bId', { limit: 10, supplied: bId.length })
  const query = textOf(item.Query)
  if (query !== undefined) return runQuery(query, realm)
  const kind = kindNames.find((each) => isObject(item[each]))
  const body = kind && item[kind]
  if (!kind || !isObject(body)) throw refuse.badProperty('BatchItemRequest')
  const { time: _, ...answer } = executeWrite({
    books,
    realm,
    path: entityKinds[kind].path,
    operation: textOf(item.operation),
    requestId: requestId === undefined ? undefined : `${requestId}|${bId}`,
    allowDuplicateDocNumber: textOf(item.optionsData)?.includes('allowduplicatedocnum') ?? false,
    body,
  })
  return answer
}
