import { stepDefinition } from '@fieldledger/steps'
import type { Form } from '@fieldledger/storage'
import { type CompanyScope, type Graph, lintGraph, type Problem } from '@fieldledger/workflow'
import { Ajv, type ValidateFunction } from 'ajv'
import type { Services } from '../services.ts'
import { nextForms } from './next-forms.ts'
import { staffOf } from './staff-of.ts'
import { withoutSupervisor } from './without-supervisor.ts'

/** The problems of a graph over the form's draft and the company's connections of this moment. */
export async function lintWorkflow(
  services: Pick<Services, 'runtime' | 'secrets' | 'memberships' | 'forms'>,
  {
    scope,
    form,
    graph,
    workflow,
  }: { scope: CompanyScope; form: Pick<Form, 'id' | 'draft'>; graph: Graph; workflow: { id: string } },
): Promise<Problem[]> {
  const [connections, secrets, unsupervised, staff, made] = await Promise.all([
    services.runtime.ports.lookups.connections.summaries({ scope }),
    services.secrets.list(scope),
    withoutSupervisor(services.memberships, scope),
    staffOf(services.memberships, scope),
    nextForms(services, { scope, form: form.draft }),
  ])
  return lintGraph({
    graph,
    form: form.draft,
    connections,
    secrets,
    unsupervised,
    staff,
    nextForms: made,
    first: workflow.id === form.id,
    definitionOf: stepDefinition,
    fitsSchema,
  })
}

const ajv = new Ajv({ strict: false, allowUnionTypes: true })
const checks = new Map<string, ValidateFunction>()

function fitsSchema(kind: string, config: unknown): boolean {
  const definition = stepDefinition(kind)
  if (definition === undefined) return true
  const check = checks.get(kind) ?? ajv.compile(definition.config)
  checks.set(kind, check)
  return check(config)
}
