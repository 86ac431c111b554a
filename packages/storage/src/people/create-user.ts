import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import { hashPassword } from './password.ts'
import { definePeopleModels } from './people-models.ts'

/**
 * Makes a user who signs in by password, in the rows that better-auth reads. The same e-mail again renews name and
 * password of the user it belongs to.
 */
export async function createUser(user: {
  database: Database
  email: string
  name: string
  password: string
}): Promise<{ id: string }> {
  const { users, signIns } = definePeopleModels(user.database.connection)
  const now = new Date()
  const password = await hashPassword(user.password)
  const saved = await users
    .findOneAndUpdate(
      { email: user.email.trim().toLowerCase() },
      {
        $set: { name: user.name, updatedAt: now },
        $setOnInsert: { _id: v7(), emailVerified: true, createdAt: now },
      },
      { upsert: true, returnDocument: 'after' },
    )
    .lean()
  const id = saved._id
  await signIns.updateOne(
    { userId: id, providerId: 'credential' },
    {
      $set: { password, updatedAt: now },
      $setOnInsert: { _id: v7(), accountId: id, createdAt: now },
    },
    { upsert: true },
  )
  return { id }
}
