import type { Database } from '../scope/connect-database.ts'
import { comparedType, paperNumbers } from '../submissions/paper-numbers.ts'
import type { StoredSubmission } from '../submissions/stored-submission.ts'

const atOnce = 500

/** Bills were compared by reading all of their vendor; now each says what it is looked up by. */
export async function billsByNumber({ connection }: Database): Promise<void> {
  const submissions = connection.collection<StoredSubmission>('submissions')
  for (;;) {
    const bills = await submissions
      .find({ formType: comparedType, paperNumbers: { $exists: false } }, { projection: { values: 1 } })
      .limit(atOnce)
      .toArray()
    if (bills.length === 0) return
    await submissions.bulkWrite(
      bills.map(({ _id, values }) => ({
        updateOne: { filter: { _id }, update: { $set: { paperNumbers: paperNumbers(values) } } },
      })),
    )
  }
}
