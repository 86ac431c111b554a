import { stepDefinition, stepDefinitions } from '@fieldledger/steps'
import type { Form } from '@fieldledger/storage'
import { type CompanyScope, type Graph, lintGraph, type Problem } from '@fieldledger/workflow'
import { Ajv, type ValidateFunction } from 'ajv'
import type { Services } from '../services.ts'
import { withoutSupervisor } from './without-supervisor.ts'

/** The problems of a graph over the form's draft and the company's connections of this moment. */
export async function lintWorkflow(
  { runtime, secrets: named, memberships }: Pick<Services, 'runtime' | 'secrets' | 'memberships'>,
  {
    scope,
    form,
    graph,
    workflow,
  }: { scope: CompanyScope; form: Pick<Form, 'id' | 'draft'>; graph: Graph; workflow: { id: string } },
): Promise<Problem[]> {
  const [connections, secrets, unsupervised] = await Promise.all([
    runtime.ports.lookups.connections.summaries({ scope }),
    named.list(scope),
    withoutSupervisor(memberships, scope),
  ])
  return lintGraph({
    graph,
    form: form.draft,
    connections,
    secrets,
    unsupervised,
    first: workflow.id === form.id,
    definitionOf: stepDefinition,
    fitsSchema,
  })
}

const ajv = new Ajv({ strict: false, allowUnionTypes: true })
const checks = new Map<string, ValidateFunction>(
  Object.entries(stepDefinitions).map(([kind, { config }]) => [kind, ajv.compile(config)]),
)

function fitsSchema(kind: string, config: unknown): boolean {
  return checks.get(kind)?.(config) ?? true
}
