import type { DocumentStatus } from '@fieldledger/forms'
import type { Graph, Step } from '../graph/graph.ts'
import type { Problem } from '../graph/problem.ts'
import { type DefinitionOf, startStep } from '../graph/start-step.ts'
import type { FormEvent } from '../triggers/form-event.ts'
import type { Start } from '../triggers/start.ts'

interface Drawn {
  graph: Graph
  definitionOf: DefinitionOf
}

/**
 * A workflow that also takes forms which nobody has approved, and sends them with no approval on the way: its form's own
 * workflow may be asking for one at that moment.
 */
export function unapprovedSendProblems(drawn: Drawn): Problem[] {
  const { graph, definitionOf } = drawn
  const stepId = startStep(graph, definitionOf)
  const trigger = graph.steps[stepId ?? '']
  if (stepId === undefined || trigger === undefined) return []
  const taken = unapprovedOf(definitionOf(trigger.kind)?.starts?.(trigger.config))
  const sending = taken === undefined ? undefined : sentWithoutApproval(drawn, stepId)
  if (taken === undefined || sending === undefined) return []
  const message = `"${sending.name}" sends forms that nobody has approved yet, as this start takes ${taken.what}: ${taken.cure}, or put an approval before it.`
  return [{ code: 'sends-unapproved', severity: 'warning', message, stepId, place: taken.place }]
}

interface Taken {
  what: string
  cure: string
  place: string
}

function unapprovedOf(start: Start | undefined): Taken | undefined {
  if (start === undefined || start.on === 'submit') return undefined
  if (start.on === 'event') {
    const heard = start.events.filter((event) => whileUnapproved.has(event))
    if (heard.length === 0) return undefined
    return { what: 'them at any status', cure: 'let it start by "Approved" alone', place: 'events' }
  }
  const words = start.filter.statuses.flatMap((status) => unapproved[status] ?? [])
  if (words.length === 0) return undefined
  return {
    what: `${words.join(' and ')} forms`,
    cure: 'let it take approved ones alone',
    place: 'filter.statuses',
  }
}

const unapproved: Partial<Record<DocumentStatus, string>> = {
  pending: 'pending',
  'in-revision': 'in-revision',
  rejected: 'rejected',
}

const whileUnapproved: ReadonlySet<FormEvent> = new Set(['revised', 'status-changed', 'label-changed'])

/** The first sending step that a form reaches from here with no approval on the way. */
function sentWithoutApproval({ graph, definitionOf }: Drawn, start: string): Step | undefined {
  const reached = new Set<string>()
  const ahead = [start]
  for (let stepId = ahead.shift(); stepId !== undefined; stepId = ahead.shift()) {
    const step = graph.steps[stepId]
    const definition = definitionOf(step?.kind ?? '')
    if (step === undefined || definition === undefined || reached.has(stepId)) continue
    reached.add(stepId)
    if (definition.sends !== undefined) return step
    if (definition.decides === true || definition.approves?.(step.config) === true) continue
    ahead.push(...graph.edges.filter(({ from }) => from.step === stepId).map(({ to }) => to))
  }
  return undefined
}
