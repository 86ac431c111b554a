import type { SubmissionSummary } from '@fieldledger/contract'
import { formMappings } from '@fieldledger/runtime'
import type { CompanyScope, ConnectionSummary } from '@fieldledger/workflow'
import type { Services } from '../services.ts'
import { isNotSent } from './is-not-sent.ts'

/** Why an approved form has not gone to this ledger, when nothing was ever planned: in plain words. */
export async function notSentBecause(
  { runtime }: Pick<Services, 'runtime'>,
  of: {
    scope: CompanyScope
    summary: SubmissionSummary
    formVersion: number
    connection: ConnectionSummary
  },
): Promise<string | undefined> {
  const { scope, summary, formVersion, connection } = of
  const planned = summary.ledger.some(({ connectionId }) => connectionId === connection.id)
  if (planned || !isNotSent(summary, connection.id)) return undefined
  const { formId, formName, formType } = summary
  const [form] = await formMappings({
    runtime,
    companyId: scope.companyId,
    connectionId: connection.id,
    forms: [{ formId, formName, formType, formVersion }],
  })
  if (form === undefined) return undefined
  const ledger = connection.providerLabel
  if (form.from === 'missing')
    return `Not sent to ${ledger}: mapping missing. Set it under Connections → What is sent.`
  if (form.from === 'step') return undefined
  return connection.sending?.approved.includes(form.documentKind)
    ? `Not sent to ${ledger}: it was approved before its type was switched on. Send it by hand.`
    : `Not sent to ${ledger}: document type off. Switch it on under Connections → What is sent, or send it by hand.`
}
