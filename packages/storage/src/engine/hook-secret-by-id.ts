import type { Model } from 'mongoose'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { StoredHookSecret } from '../triggers/inbox-models.ts'

/** A message of another system has no session: the workflow in its address names the company. */
export async function hookSecretById(
  secrets: Model<StoredHookSecret>,
  workflowId: string,
): Promise<StoredHookSecret | null> {
  return secrets
    .findOne({ _id: workflowId })
    .setOptions(acrossCompanies('find the secret that a message must be signed with'))
    .lean()
}
