import type { JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Realm } from '../books/realm.ts'
import type { Commit } from '../books/record.ts'
import { kindByPath } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import { withPresentNames } from '../rules/references.ts'
import { judgeWrite } from '../rules/write.ts'
import { withSize } from './attachable-size.ts'

export interface WriteCall {
  books: Books
  realm: Realm
  path: string
  operation: string | undefined
  requestId: string | undefined
  allowDuplicateDocNumber: boolean
  body: JsonObject
}

/** One write: a request id that was answered before gives the same answer and changes nothing. */
export function executeWrite(call: WriteCall): JsonObject {
  const { books, realm, requestId, body } = call
  const answered = requestId === undefined ? undefined : realm.answered(requestId, books.now())
  if (answered) return answerOf(answered)
  const kind = kindByPath(call.path)
  if (!kind) throw refuse.unsupported(call.path)
  const commit = judgeWrite({
    realm,
    kind,
    operation: call.operation ?? (body.Id === undefined ? 'create' : 'update'),
    body,
    at: books.timestamp(),
    by: 'api',
    requestId,
    allowDuplicateDocNumber: call.allowDuplicateDocNumber,
  })
  books.write(commit)
  return answerOf(commit)
}

function answerOf(commit: Commit): JsonObject {
  const [asked] = commit.changes
  if (!asked) throw refuse.broken()
  const { kind, entity, operation } = asked
  const shown = operation === 'delete' ? { domain: 'QBO', status: 'Deleted', Id: entity.Id } : entity
  return { [kind]: shown, time: commit.at }
}

export function readEntity(call: { realm: Realm; path: string; id: string; time: string }): JsonObject {
  const kind = kindByPath(call.path)
  if (!kind) throw refuse.unsupported(call.path)
  const entity = call.realm.find(kind, call.id)
  if (!entity) throw refuse.notFoundOrInactive()
  const shown = withPresentNames(entity, { realm: call.realm, kind })
  return { [kind]: kind === 'Attachable' ? withSize(call.realm, shown) : shown, time: call.time }
}
