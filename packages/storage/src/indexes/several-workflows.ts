import type { Database } from '../scope/connect-database.ts'

/** Indexes that held a form to one workflow, and a submission to one run. */
const outgrown = [
  { collection: 'runs', index: 'one-active-run' },
  { collection: 'workflowVersions', index: 'companyId_1_formId_1_version_-1' },
]

/** What was written when a form had one workflow belongs to its first one, which has the form's id. */
export async function severalWorkflows({ connection }: Database): Promise<void> {
  for (const collection of ['runs', 'workflowVersions'])
    await connection
      .collection(collection)
      .updateMany({ workflowId: { $exists: false } }, [{ $set: { workflowId: '$formId' } }])
  await connection
    .collection('workflows')
    .updateMany({ formId: { $exists: false } }, [{ $set: { formId: '$_id' } }])
  for (const { collection, index } of outgrown) {
    const indexes = await connection.collection(collection).indexes()
    if (indexes.some(({ name }) => name === index)) await connection.collection(collection).dropIndex(index)
  }
}
