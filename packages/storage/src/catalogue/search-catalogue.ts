import { searchPieces, searchWords } from '@fieldledger/catalogue'
import { type Model, trusted } from 'mongoose'
import type { StoredCatalogueRecord } from './catalogue-models.ts'

export type RecordFilter = Record<string, unknown> & { companyId: string }

/** So many of the pieces of what was typed must be there: two letters changed places in "pugte", and Puget is found. */
const likeness = 0.4

/** First those of which each word typed begins a word, then those that are nearly so. */
export async function searchCatalogue(
  model: Model<StoredCatalogueRecord>,
  search: { filter: RecordFilter; text: string; limit: number },
): Promise<unknown[]> {
  const words = searchWords(search.text)
  if (words.length === 0) return []
  const begins = words.map((word) => ({ words: trusted({ $regex: `^${word}` }) }))
  const exact = await model
    .find({ ...search.filter, $and: begins })
    .sort({ nameKey: 1, _id: 1 })
    .limit(search.limit)
    .lean()
  const missing = search.limit - exact.length
  if (missing === 0) return exact
  const found = new Set(exact.map((row) => row._id))
  const alike = await nearlySo(model, { ...search, words, limit: search.limit + exact.length })
  return [...exact, ...alike.filter((row) => !found.has(row._id)).slice(0, missing)]
}

async function nearlySo(
  model: Model<StoredCatalogueRecord>,
  search: { filter: RecordFilter; words: readonly string[]; limit: number },
): Promise<StoredCatalogueRecord[]> {
  const pieces = searchPieces(search.words)
  return model.aggregate([
    { $match: { ...search.filter, pieces: { $in: pieces } } },
    { $addFields: { score: { $size: { $setIntersection: ['$pieces', pieces] } } } },
    { $match: { score: { $gte: Math.ceil(pieces.length * likeness) } } },
    { $sort: { score: -1, nameKey: 1 } },
    { $limit: search.limit },
  ])
}
