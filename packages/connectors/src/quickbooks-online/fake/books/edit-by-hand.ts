import type { JsonObject } from '../../../fake-service/json.ts'
import { type EntityKind, entityKinds } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import type { Entity } from '../json.ts'
import { judgeWrite } from '../rules/write.ts'
import type { Books } from './books.ts'
import type { Realm } from './realm.ts'

interface Edit {
  books: Books
  realm: Realm
  kind: EntityKind
  id: string
}

/** What a person does in the ledger's own pages: the same rules, always against the present version. */
export async function editByHand({ changes, ...edit }: Edit & { changes: JsonObject }): Promise<Entity> {
  const { books, realm, kind } = edit
  const body = { ...changes, ...present(edit), sparse: true }
  const commit = judgeWrite({ realm, kind, operation: 'update', body, at: books.timestamp(), by: 'person' })
  books.write(commit)
  await books.settled()
  return realm.find(kind, edit.id) ?? present(edit)
}

export async function deleteByHand(edit: Edit): Promise<void> {
  const { books, realm, kind } = edit
  if (!entityKinds[kind].isTransaction) throw refuse.unsupported(`delete ${kind}`)
  books.write(
    judgeWrite({
      realm,
      kind,
      operation: 'delete',
      body: present(edit),
      at: books.timestamp(),
      by: 'person',
    }),
  )
  await books.settled()
}

function present({ realm, kind, id }: Edit): Entity {
  const found = realm.find(kind, id)
  if (!found) throw refuse.notFoundOrInactive()
  return { Id: found.Id, SyncToken: found.SyncToken }
}
