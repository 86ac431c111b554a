import { textOf } from '../../../fake-service/json.ts'
import type { Entity } from '../json.ts'
import type { Books } from './books.ts'
import { editByHand } from './edit-by-hand.ts'
import type { Realm } from './realm.ts'

interface Rename {
  books: Books
  realm: Realm
  id: string
  name: string
}

/** The active product that has this name already, other than the one that is being renamed. */
export function bearerOf({ realm, id, name }: Omit<Rename, 'books'>): Entity | undefined {
  const wanted = name.trim().toLowerCase()
  return realm
    .all('Item')
    .find((item) => item.Id !== id && item.Active !== false && textOf(item.Name)?.toLowerCase() === wanted)
}

/**
 * "Yes" to merging: the duplicate is inactive from then on, under the name that it was given with "(deleted)" behind;
 * every value of the one that had the name first is kept.
 */
export async function mergeByHand({ books, realm, id, name }: Rename): Promise<Entity> {
  const changes = { Name: `${name.trim()} (deleted)`, Active: false }
  return editByHand({ books, realm, kind: 'Item', id, changes })
}
