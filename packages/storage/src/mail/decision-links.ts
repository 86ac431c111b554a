import { createHash } from 'node:crypto'
import type { CompanyScope } from '@fieldledger/workflow'
import { decisionLinkByHash } from '../engine/decision-link-by-hash.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineMailModels } from './mail-models.ts'

/** One person may decide one task by it, until then. */
export interface DecisionLink {
  companyId: string
  taskId: string
  personId: string
  expiresAt: Date
}

export interface DecisionLinks {
  /** The same mail again changes nothing. */
  keep(
    scope: CompanyScope,
    link: { mailId: string; token: string; taskId: string; personId: string; sentAt: Date },
  ): Promise<void>
  /** undefined = there is none, or its time is over. */
  open(token: string): Promise<DecisionLink | undefined>
}

const lifetimeMs = 14 * 86_400_000

export function createDecisionLinks(database: Database): DecisionLinks {
  const { links } = defineMailModels(database.connection)
  return {
    async keep({ companyId }, { mailId, token, taskId, personId, sentAt }) {
      const expiresAt = new Date(sentAt.getTime() + lifetimeMs)
      await links.updateOne(
        { companyId, _id: mailId },
        { $setOnInsert: { tokenHash: hashOf(token), taskId, personId, expiresAt } },
        { upsert: true },
      )
    },
    async open(token) {
      const found = await decisionLinkByHash(links, hashOf(token))
      if (found === null || found.expiresAt.getTime() <= Date.now()) return undefined
      const { companyId, taskId, personId, expiresAt } = found
      return { companyId, taskId, personId, expiresAt }
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
