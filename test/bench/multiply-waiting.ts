import type { Db } from 'mongodb'
import { v7 } from 'uuid'
import { until } from '../support/until.ts'

interface Row {
  _id: string
  [field: string]: unknown
}

const perInsert = 5000

/** So many more runs like the one of this form that waits, each with a form of its own. */
export async function multiplyWaiting(
  database: Db,
  { submissionId, count }: { submissionId: string; count: number },
): Promise<void> {
  const runs = database.collection<Row>('runs')
  const submissions = database.collection<Row>('submissions')
  const run = await until({ what: 'the first run waits', withinMs: 60_000 }, async () => {
    const found = await runs.findOne({ submissionId, state: 'active', claimedBy: null })
    return found?.dueAt instanceof Date && found.dueAt.getTime() > Date.now() ? found : undefined
  })
  const submission = await submissions.findOne({ _id: submissionId })
  for (let made = 0; made < count; made += perInsert) {
    const ids = Array.from({ length: Math.min(perInsert, count - made) }, () => ({ run: v7(), form: v7() }))
    await submissions.insertMany(
      ids.map((id) => ({ ...submission, _id: id.form, number: `COPY-${id.form}`, runId: id.run })),
    )
    await runs.insertMany(ids.map((id) => ({ ...run, _id: id.run, submissionId: id.form })))
  }
}
