import type { Edge, Graph, Step } from '../graph/graph.ts'
import type { DefinitionOf } from '../graph/start-step.ts'

export interface GraphChange {
  kind: 'added' | 'removed' | 'configured' | 'renamed' | 'connected' | 'disconnected'
  text: string
  stepId?: string
}

/** What changed between two graphs, in words: the publish dialog, the version list and a stale save show it. */
export function describeChanges(input: {
  before: Graph
  after: Graph
  definitionOf: DefinitionOf
}): GraphChange[] {
  const { before, after } = input
  return [
    ...stepsOnlyIn(after, before).map(
      ([stepId, step]): GraphChange => ({ kind: 'added', text: `Added "${step.name}"`, stepId }),
    ),
    ...stepsOnlyIn(before, after).map(
      ([stepId, step]): GraphChange => ({ kind: 'removed', text: `Removed "${step.name}"`, stepId }),
    ),
    ...Object.entries(after.steps).flatMap(([stepId, step]) =>
      stepChanges(stepId, { step, old: before.steps[stepId] }),
    ),
    ...edgesOnlyIn(after, before).map(
      (edge): GraphChange => edgeChange('connected', { edge, graphs: input }),
    ),
    ...edgesOnlyIn(before, after)
      .filter(({ from, to }) => from.step in after.steps && to in after.steps)
      .map((edge): GraphChange => edgeChange('disconnected', { edge, graphs: input })),
  ]
}

// Told apart from the settings that all steps have.
const own = { kind: '', name: '', config: {}, position: undefined }

function stepsOnlyIn(graph: Graph, other: Graph): [string, Step][] {
  return Object.entries(graph.steps).filter(([id]) => !Object.hasOwn(other.steps, id))
}

function stepChanges(stepId: string, { step, old }: { step: Step; old: Step | undefined }): GraphChange[] {
  if (old === undefined) return []
  const changes: GraphChange[] = []
  if (old.name !== step.name)
    changes.push({ kind: 'renamed', text: `Renamed "${old.name}" to "${step.name}"`, stepId })
  const changed = [
    ...changedParts(old.config, step.config),
    ...changedParts({ ...old, ...own }, { ...step, ...own }),
  ]
  if (changed.length > 0)
    changes.push({ kind: 'configured', text: `Changed "${step.name}": ${changed.join(', ')}`, stepId })
  return changes
}

function changedParts(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => canonical(before[name]) !== canonical(after[name])).map(inWords)
}

// Key order is no change.
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, one]) => `${key}:${canonical(one)}`)
    .join()}}`
}

function inWords(name: string): string {
  return name.replace(/([A-Z])/g, ' $1').toLowerCase()
}

function edgesOnlyIn(graph: Graph, other: Graph): Edge[] {
  const keyOf = ({ from, to }: Edge) => `${from.step}/${from.outlet}/${to}`
  const known = new Set(other.edges.map(keyOf))
  return graph.edges.filter((edge) => !known.has(keyOf(edge)))
}

function edgeChange(
  kind: 'connected' | 'disconnected',
  { edge, graphs }: { edge: Edge; graphs: { before: Graph; after: Graph; definitionOf: DefinitionOf } },
): GraphChange {
  const graph = kind === 'connected' ? graphs.after : graphs.before
  const from = graph.steps[edge.from.step]
  const outlet = graphs
    .definitionOf(from?.kind ?? '')
    ?.outlets(from?.config ?? {})
    .find(({ id }) => id === edge.from.outlet)?.label
  const verb = kind === 'connected' ? 'now leads to' : 'no longer leads to'
  return {
    kind,
    text: `"${from?.name ?? ''}" (${outlet ?? edge.from.outlet}) ${verb} "${graph.steps[edge.to]?.name ?? ''}"`,
    stepId: edge.from.step,
  }
}
