import { randomBytes } from 'node:crypto'
import { openSecret, type SealPlace, sealSecret } from '@fieldledger/connections'
import type { CompanyScope } from '@fieldledger/workflow'
import { hookSecretById } from '../engine/hook-secret-by-id.ts'
import type { Database } from '../scope/connect-database.ts'
import type { MasterKey } from '../settings/settings.ts'
import { defineInboxModels } from '../triggers/inbox-models.ts'
import { toMasterKeys } from './to-master-keys.ts'

export interface HookSecrets {
  /** All that anybody is shown later: since when there is one, and until when the one before it is taken. */
  about(
    scope: CompanyScope,
    workflowId: string,
  ): Promise<{ madeAt: Date; previousUntil: Date | undefined } | undefined>
  /** A new secret, shown this once. The one before it is taken for another day. */
  make(scope: CompanyScope, of: { workflowId: string; by: string }): Promise<string>
  /** Whoever sends a message has no company yet: the workflow names it. */
  open(workflowId: string): Promise<{ companyId: string; secrets: string[] } | undefined>
}

const secretBytes = 32
const overlapMs = 86_400_000

/** What messages from other systems are signed with, sealed for the workflow that they start. */
export function createHookSecrets(parts: {
  database: Database
  masterKeys: readonly MasterKey[]
}): HookSecrets {
  const { hookSecrets } = defineInboxModels(parts.database.connection)
  const keys = toMasterKeys(parts.masterKeys)
  return {
    async about({ companyId }, workflowId) {
      const found = await hookSecrets.findOne({ companyId, _id: workflowId }, { sealed: 0 }).lean()
      if (found === null) return undefined
      const until = found.previous?.until
      return {
        madeAt: found.madeAt,
        previousUntil: until !== undefined && until.getTime() > Date.now() ? until : undefined,
      }
    },
    async make({ companyId }, { workflowId, by }) {
      const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`
      const sealed = sealSecret(secret, { keys, place: placeOf(companyId, workflowId) })
      const before = await hookSecrets.findOne({ companyId, _id: workflowId }).lean()
      const until = new Date(Date.now() + overlapMs)
      await hookSecrets.updateOne(
        { companyId, _id: workflowId },
        {
          $set: {
            sealed,
            madeAt: new Date(),
            madeBy: by,
            ...(before === null ? {} : { previous: { sealed: before.sealed, until } }),
          },
        },
        { upsert: true },
      )
      return secret
    },
    async open(workflowId) {
      const found = await hookSecretById(hookSecrets, workflowId)
      if (found === null) return undefined
      const { companyId, sealed, previous } = found
      const taken = previous !== undefined && previous.until.getTime() > Date.now() ? [previous.sealed] : []
      const place = placeOf(companyId, workflowId)
      return { companyId, secrets: [sealed, ...taken].map((one) => openSecret(one, { keys, place })) }
    },
  }
}

// Moved to another company or workflow, the ciphertext does not open.
function placeOf(companyId: string, workflowId: string): SealPlace {
  return { companyId, connectionId: `hook:${workflowId}`, provider: 'message' }
}
