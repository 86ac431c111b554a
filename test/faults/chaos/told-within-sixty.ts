import type { Db } from 'mongodb'
import { expect } from 'vitest'
import type { HttpSession } from '../../support/http-session.ts'
import { until } from '../../support/until.ts'

/** What issue 4 asks of every fault that only a person can settle. */
const toldWithinMs = 60_000

export interface AttentionRow {
  code: string
  entries: { submissionId: string; taskId?: string }[]
}

/** The database's own clock: no process of ours and no test tells the time. */
export async function databaseTime(database: Db): Promise<Date> {
  const { localTime } = await database.admin().command({ hello: 1 })
  return localTime
}

/** Waits until the form stands under Needs attention for that cause; answers how many milliseconds after the fault. */
export async function toldWithinSixty(
  bookkeeper: HttpSession,
  told: {
    database: Db
    submissionId: string
    faultAt: Date
    isCause: (row: AttentionRow, entry: AttentionRow['entries'][number]) => boolean
  },
): Promise<number> {
  const { database, submissionId, faultAt, isCause } = told
  const toldAt = await until({ what: 'a person was told', withinMs: 2 * toldWithinMs }, async () => {
    const { rows } = await bookkeeper.get<{ rows: AttentionRow[] }>('/needs-attention')
    const stands = rows.some((row) =>
      row.entries.some((entry) => entry.submissionId === submissionId && isCause(row, entry)),
    )
    return stands && databaseTime(database)
  })
  const afterMs = toldAt.getTime() - faultAt.getTime()
  expect(afterMs).toBeLessThan(toldWithinMs)
  return afterMs
}
