import { nameKey, searchPieces, searchWords } from '@fieldledger/catalogue'
import type { SearchKeys } from './catalogue-models.ts'

/** By its name, and by the short texts that people know it by. */
export function searchKeys(record: { name: string } & Record<string, unknown>): SearchKeys {
  const texts = ['sku', 'code', 'number', 'email'].map((field) => record[field])
  const words = searchWords(record.name, ...texts.filter((text) => typeof text === 'string'))
  return { nameKey: nameKey(record.name), words, pieces: searchPieces(words) }
}
