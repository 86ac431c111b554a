import type { Model } from 'mongoose'
import type { AcrossCompanies } from '../scope/across-companies.ts'

/** Long for one record, short for a worker: whoever still holds the record then is dead or very slow. */
const longestWaitMs = 500
const maxTimeExpired = 50

interface Change {
  filter: Record<string, unknown>
  change: Record<string, unknown>
  across: AcrossCompanies
}

/**
 * One update for each record. A process killed inside a transaction leaves its locks with the server until that gives
 * the transaction up (a minute by default); an update of many would wait for them. Answers how many were changed and
 * whether all could be reached.
 */
export async function updateEach<Row>(
  model: Model<Row>,
  { filter, change, across }: Change,
): Promise<{ changed: number; whole: boolean }> {
  const loose = model as unknown as Model<{ _id: string }>
  const found = await loose.find(filter, { _id: 1 }).setOptions(across).lean()
  const updates = await Promise.all(
    found.map(async ({ _id }) => {
      try {
        const updated = await loose
          .updateOne({ ...filter, _id }, change)
          .setOptions({ ...across, maxTimeMS: longestWaitMs })
        return updated.modifiedCount
      } catch (error) {
        if (isTimedOut(error)) return undefined
        throw error
      }
    }),
  )
  return {
    changed: updates.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    whole: !updates.includes(undefined),
  }
}

/** The server broke off because the record stayed locked. */
export function isTimedOut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === maxTimeExpired
}
