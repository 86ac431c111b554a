import { trusted } from 'mongoose'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { defineFormModels } from '../forms/form-models.ts'
import { counterId } from '../runtime/counters.ts'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'

/** Numbers that were given after the backup are not known here: the next ones begin so much later, and meet none of them. */
const numbersAhead = 1000

/**
 * Says to a database that came from a backup that it did: from now on, what it might have sent is looked for before it is
 * sent. While nothing else runs on it; by the server's clock.
 */
export async function markRestored({ connection }: Database): Promise<void> {
  const { connections } = defineConnectionModels(connection)
  const { counters } = defineRuntimeModels(connection)
  const { forms } = defineFormModels(connection)
  await connections
    .updateMany(
      { ledgerCompanyId: trusted({ $type: 'string' }) },
      {
        $currentDate: { 'restored.at': true },
        $unset: { 'restored.comparedAt': 1, 'restored.comparedBy': 1 },
      },
    )
    .setOptions(acrossCompanies('mark the connections of a restored database'))
  await counters
    .updateMany({}, { $inc: { value: numbersAhead } })
    .setOptions(acrossCompanies('give no number twice after a restore'))
  // A form may have had its first number after the backup.
  const every = await forms
    .find({}, { companyId: 1 })
    .setOptions(acrossCompanies('give no number twice after a restore'))
    .lean()
  for (const { _id, companyId } of every)
    await counters.updateOne(
      { companyId, _id: counterId({ companyId, formId: _id }) },
      { $setOnInsert: { value: numbersAhead } },
      { upsert: true },
    )
}
