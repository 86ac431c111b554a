import { documentCapability } from '@fieldledger/accounting'
import { documentForForm, formTypeName, type Problem, type ProblemScope } from '@fieldledger/workflow'
import { connectionOf } from './connection-of.ts'
import type { AccountingSyncConfig } from './definition.ts'

/** Is there a ledger to send to, and does it take this form's kind of document? (S4-01, S4-02) */
export function placeProblems(config: AccountingSyncConfig, { form, connections }: ProblemScope): Problem[] {
  const active = connections.filter(
    ({ provider, state }) => provider === config.provider && state === 'active',
  )
  if (active.length === 0)
    return [
      {
        code: 'no-connection',
        severity: 'error',
        message: `There is no active connection to ${config.providerLabel}: connect it under Connections.`,
        place: 'connectionId',
        cure: 'connect',
        params: { provider: config.provider },
      },
    ]
  const connection = connectionOf(config, connections)
  if (connection === undefined)
    return [
      {
        code: 'connection-not-chosen',
        severity: 'error',
        message: `Choose which connection to ${config.providerLabel} this step uses.`,
        place: 'connectionId',
      },
    ]
  const wanted = documentForForm(form.type)
  if (
    wanted === undefined ||
    wanted !== config.documentKind ||
    !documentCapability(connection.capabilities, wanted)?.create
  )
    return [
      {
        code: 'form-type-without-document',
        severity: 'error',
        message:
          `This form is of type "${formTypeName(form.type)}", and ${config.providerLabel} takes no such document from here: ` +
          'change the form type under Details, or remove this step.',
        params: { formType: form.type },
      },
    ]
  return []
}
