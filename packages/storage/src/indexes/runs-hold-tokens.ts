import type { Database } from '../scope/connect-database.ts'

const failed = { $eq: ['$state', 'needs-attention'] }

/** A run stood at one step; now it holds a list of tokens. `token` stays for workers that still run the old version. */
export async function runsHoldTokens({ connection }: Database): Promise<void> {
  const token = {
    id: '1',
    stepId: '$token.stepId',
    visit: '$token.visit',
    since: '$startedAt',
  }
  const standing = { $cond: [failed, { $mergeObjects: [token, { error: '$error' }] }, token] }
  await connection
    .collection('runs')
    .updateMany({ tokens: { $exists: false } }, [
      { $set: { tokens: { $cond: [{ $eq: ['$state', 'finished'] }, [], [standing]] } } },
    ])
}
