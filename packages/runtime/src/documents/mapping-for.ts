import type { Submission } from '@fieldledger/forms'
import type {
  CompanyScope,
  ConnectionSummary,
  FieldMapping,
  SendRequest,
  UnlinkedItems,
} from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'
import { newestWorkflow } from '../runs/start-run.ts'

export const safeUnlinkedItems: UnlinkedItems = { create: false, instead: 'expense-line' }

export type HowToSend = Pick<SendRequest, 'mapping' | 'unlinkedItems'> & {
  /** step = a Sync step of the form's workflow says it; it overrides the form's own default. */
  from: 'step' | 'form'
}

/** How this form becomes a document of that ledger, for all ways of sending alike (DESIGN §4 "Mapping"). */
export async function mappingFor(
  runtime: Runtime,
  about: {
    scope: CompanyScope
    submission: Pick<Submission, 'formId' | 'formVersion'>
    connection: Pick<ConnectionSummary, 'id' | 'provider'>
  },
): Promise<HowToSend | undefined> {
  const { scope, submission, connection } = about
  const ofStep = await stepMapping(runtime, about)
  if (ofStep !== undefined) return { ...ofStep, from: 'step' }
  const { formId, formVersion } = submission
  const { provider } = connection
  const own = await runtime.ports.lookups.mappings.find({ scope, formId, formVersion, provider })
  return own === undefined ? undefined : { ...own, from: 'form' }
}

/** What a step of the newest workflow holds for this connection, or else for its provider. */
async function stepMapping(
  runtime: Runtime,
  { scope, submission, connection }: Parameters<typeof mappingFor>[1],
): Promise<Pick<SendRequest, 'mapping' | 'unlinkedItems'> | undefined> {
  const workflow = await newestWorkflow({ runtime, scope, formId: submission.formId })
  const configs = Object.values(workflow?.graph.steps ?? {}).map(({ config }) => config)
  const fitting = configs.filter(
    ({ provider, connectionId }) =>
      provider === connection.provider && (connectionId === undefined || connectionId === connection.id),
  )
  const exact = fitting.find(({ connectionId }) => connectionId === connection.id) ?? fitting[0]
  const { mapping, unlinkedItems } = exact ?? {}
  if (mapping === undefined || unlinkedItems === undefined) return undefined
  // A config was checked against its kind's schema before the version was published.
  return { mapping: mapping as FieldMapping, unlinkedItems: unlinkedItems as UnlinkedItems }
}
