import type { Db } from 'mongodb'

/** No run walks or waits, and no effect is due. */
export async function isSettled(database: Db, companyId: string): Promise<boolean> {
  const [running, due] = await Promise.all([
    database.collection('runs').countDocuments({ companyId, state: 'active' }),
    database.collection('effects').countDocuments({ companyId, dueAt: { $ne: null } }),
  ])
  return running === 0 && due === 0
}
