import type { FormContent } from '@fieldledger/forms'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import { givenByStart } from '../graph/given-by-start.ts'
import type { Graph, Step } from '../graph/graph.ts'
import type { Problem } from '../graph/problem.ts'
import type { DefinitionOf } from '../graph/start-step.ts'
import { reachableFrom } from '../graph/walk.ts'
import type { StaffMember } from '../people/role.ts'
import { refusedConfig } from '../steps/current-step.ts'
import type { NamedSecret } from '../steps/define-step.ts'
import type { FormChoice } from '../steps/next-form.ts'
import { branchProblems } from './branch-problems.ts'
import { edgeProblems } from './edge-problems.ts'
import { unapprovedSendProblems } from './unapproved-send-problems.ts'

export interface LintInput {
  graph: Graph
  form: FormContent
  connections: readonly ConnectionSummary[]
  secrets?: readonly NamedSecret[] | undefined
  unsupervised?: readonly string[] | undefined
  staff?: readonly StaffMember[] | undefined
  nextForms?: readonly FormChoice[] | undefined
  definitionOf: DefinitionOf
  /** The form's own workflow; it alone begins at submit. Left out: either may be. */
  first?: boolean | undefined
  /** Says whether a config fits its kind's schema; compiled by the caller (ajv on the server, at build for the web). */
  fitsSchema?: (kind: string, config: unknown) => boolean
}

/** All problems of a draft: the badges on the canvas and the gate before publishing. */
export function lintGraph(input: LintInput): Problem[] {
  const { graph } = input
  const reachable = reachableSteps(input)
  return [
    ...triggerProblems(input),
    ...edgeProblems(input),
    ...branchProblems(input),
    ...unapprovedSendProblems(input),
    ...Object.entries(graph.steps).flatMap(([id, step]) =>
      stepProblems({ id, step, reachable: reachable.has(id) }, input),
    ),
  ]
}

function triggerProblems({ graph, definitionOf, first }: LintInput): Problem[] {
  const triggers = Object.entries(graph.steps).filter(([, step]) => definitionOf(step.kind)?.trigger === true)
  const [only] = triggers
  if (triggers.length === 1 && only !== undefined) {
    const [stepId, { kind, config }] = only
    const atSubmit = definitionOf(kind)?.starts?.(config)?.on === 'submit'
    if (first === undefined || first === atSubmit) return []
    const message = first
      ? 'The first workflow of a form starts when it is submitted: delete this start, and add another workflow for it.'
      : 'Only the first workflow of a form starts when it is submitted: delete this start and choose another one.'
    return [problem({ code: 'start-elsewhere', message, stepId })]
  }
  if (triggers.length === 0)
    return [
      problem({ code: 'no-trigger', message: 'The workflow has no start: add the step that starts it.' }),
    ]
  return triggers
    .slice(1)
    .map(([stepId]) =>
      problem({ code: 'several-triggers', message: 'A workflow has one start: delete this one.', stepId }),
    )
}

function stepProblems(placed: { id: string; step: Step; reachable: boolean }, input: LintInput): Problem[] {
  const { graph, form, connections, secrets, unsupervised, staff, nextForms, definitionOf } = input
  const definition = definitionOf(placed.step.kind)
  if (definition === undefined)
    return [
      problem({
        code: 'unknown-kind',
        message: `This version of Fieldledger does not know the step "${placed.step.name}" (${placed.step.kind}): delete it.`,
        stepId: placed.id,
      }),
    ]
  const refused = refusedConfig(placed.step, definition)
  if (refused !== undefined)
    return [problem({ code: refused.code, message: refused.message, stepId: placed.id })]
  if (input.fitsSchema?.(placed.step.kind, placed.step.config) === false)
    return [
      problem({
        code: 'config-misshapen',
        message: 'This step is not configured as its kind asks: configure it again.',
        stepId: placed.id,
      }),
    ]
  const outletsConnected = graph.edges
    .filter(({ from }) => from.step === placed.id)
    .map(({ from }) => from.outlet)
  const own = definition
    .problems(placed.step.config, {
      form,
      connections,
      secrets,
      unsupervised,
      staff,
      nextForms,
      outletsConnected,
      given: givenByStart(graph, definitionOf),
    })
    .map((found): Problem => ({ ...found, stepId: placed.id }))
  const found = [...own, ...turnProblems(placed, form)]
  return placed.reachable ? found : [...found, unreachable(placed.id)]
}

function turnProblems({ id, step }: { id: string; step: Step }, { fields }: FormContent): Problem[] {
  const { oneAtATime } = step
  if (oneAtATime === undefined || 'word' in oneAtATime) return []
  if (fields.some((field) => field.id === oneAtATime.field)) return []
  const message = 'The field by which this step runs one at a time is gone: choose another one.'
  return [{ ...problem({ code: 'turn-field-missing', message, stepId: id }), place: 'oneAtATime' }]
}

function reachableSteps({ graph, definitionOf }: LintInput): Set<string> {
  const triggers = Object.keys(graph.steps).filter(
    (id) => definitionOf(graph.steps[id]?.kind ?? '')?.trigger === true,
  )
  return new Set(triggers.flatMap((trigger) => [...reachableFrom(graph, trigger)]))
}

function unreachable(stepId: string): Problem {
  return {
    code: 'unreachable',
    severity: 'warning',
    message: 'No arrow leads to this step, so it never runs: connect it, or delete it.',
    stepId,
  }
}

function problem(told: Pick<Problem, 'code' | 'message' | 'stepId'>): Problem {
  return { ...told, severity: 'error' }
}
