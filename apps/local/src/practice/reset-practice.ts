import { connectDatabase, type Database } from '@fieldledger/storage'
import { practiceCompanies } from './practice-companies.ts'

/** Empties the practice companies and nothing else; makePractice fills them again. Practice books stay in the ledger. */
export async function resetPractice(at: { mongoUrl: string }): Promise<void> {
  const database = await connectDatabase(at.mongoUrl)
  try {
    for (const { id } of practiceCompanies) await removeCompany(database, id)
  } finally {
    await database.close()
  }
}

// The driver's own collections: what a newer version left behind goes too, whichever models this one knows.
async function removeCompany({ connection }: Database, companyId: string): Promise<void> {
  const found = await connection.listCollections()
  for (const { name } of found) {
    if (name.startsWith('system.')) continue
    const collection = connection.collection<{ _id: string; companyId: string }>(name)
    await collection.deleteMany({ companyId })
    await collection.deleteMany({ 'metadata.companyId': companyId })
  }
  await connection.collection<{ _id: string }>('companies').deleteOne({ _id: companyId })
}
