import { findConnection } from '@fieldledger/connections'
import { ResendAnswer, ResendRequest } from '@fieldledger/contract'
import { foreseeResend, startResend } from '@fieldledger/runtime'
import { createConnectionRepository } from '@fieldledger/storage'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** "Resend all" of what did not reach one ledger, with a dry run before. */
export function resendRoutes({ runtime, submissions, database }: Services): Route[] {
  const connections = createConnectionRepository(database)
  return [
    defineRoute({
      method: 'POST',
      path: '/connections/:id/resend',
      policy: 'document.send',
      summary: 'Sent submissions to a ledger again, or foresaw what that would do',
      body: ResendRequest,
      answer: ResendAnswer,
      handler: async ({ scope, params, body, person, audit }) => {
        const connectionId = params.id
        await findConnection({ connections }, { scope, connectionId })
        const { submissionIds: ids, dryRun } = body
        const seen = new Set((await submissions.visible(scope, { person, ids })).map(({ id }) => id))
        const { companyId } = scope
        const submissionIds = ids.filter((id) => seen.has(id))
        audit({ after: { forms: submissionIds }, changesNothing: dryRun })
        const asked = { runtime, companyId, person, connectionId, submissionIds }
        if (dryRun) return { rows: await foreseeResend(asked) }
        return { rows: [], batchId: (await startResend(asked)).id }
      },
    }),
  ]
}
