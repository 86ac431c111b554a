import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import { wireDate } from '../dates.ts'

/** What surrounds every answer of the API. */
export function envelope(books: Books, content: JsonObject): JsonObject {
  return {
    Id: randomUUID(),
    Status: 'OK',
    ProviderName: 'Fieldledger practice',
    DateTimeUTC: wireDate(books.timestamp()),
    ...content,
  }
}
