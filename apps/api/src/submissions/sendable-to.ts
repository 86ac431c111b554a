import { documentCapability } from '@fieldledger/accounting'
import { FormType } from '@fieldledger/forms'
import type { SubmissionQuery } from '@fieldledger/storage'
import { type CompanyScope, documentForForm } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

/** Approved forms of the types that this ledger takes; none for a connection that is not there. */
export async function sendableTo(
  { runtime }: Pick<Services, 'runtime'>,
  { scope, notSentTo }: { scope: CompanyScope; notSentTo: string },
): Promise<Pick<SubmissionQuery, 'status' | 'types'>> {
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === notSentTo)
  const types = FormType.anyOf.flatMap(({ const: type }) => {
    const kind = documentForForm(type)
    const taken = connection && kind && documentCapability(connection.capabilities, kind)?.create
    return taken === true ? [type] : []
  })
  return { status: 'approved', types }
}
