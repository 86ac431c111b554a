import type { Edge, Graph, Step } from '@fieldledger/workflow'
import type { Command } from './command.ts'

interface PlacedEdge {
  index: number
  edge: Edge
}

interface GraphChange {
  steps: { id: string; before: Step | undefined; after: Step | undefined }[]
  removed: PlacedEdge[]
  added: PlacedEdge[]
}

/**
 * The command that leads from one graph to another. It holds only what differs, so it can also be laid on a
 * graph that somebody else has changed elsewhere ("Keep mine on top").
 */
export function changeGraph(edit: { name: string; before: Graph; after: Graph; merge?: string }): Command {
  const change = difference(edit.before, edit.after)
  return {
    name: edit.name,
    ...(edit.merge === undefined ? {} : { merge: edit.merge }),
    apply: (graph) => ({
      steps: withSteps(
        graph.steps,
        change.steps.map(({ id, after }) => [id, after]),
      ),
      edges: replaceEdges(graph.edges, { out: change.removed, into: change.added }),
    }),
    revert: (graph) => ({
      steps: withSteps(
        graph.steps,
        change.steps.map(({ id, before }) => [id, before]),
      ),
      edges: replaceEdges(graph.edges, { out: change.added, into: change.removed }),
    }),
  }
}

function difference(before: Graph, after: Graph): GraphChange {
  const ids = new Set([...Object.keys(before.steps), ...Object.keys(after.steps)])
  const steps = [...ids]
    .map((id) => ({ id, before: before.steps[id], after: after.steps[id] }))
    .filter((step) => step.before !== step.after)
  return {
    steps,
    removed: edgesMissingFrom(after.edges, before.edges),
    added: edgesMissingFrom(before.edges, after.edges),
  }
}

function edgesMissingFrom(others: readonly Edge[], edges: readonly Edge[]): PlacedEdge[] {
  const known = new Set(others)
  return edges.map((edge, index) => ({ edge, index })).filter(({ edge }) => !known.has(edge))
}

function withSteps(steps: Graph['steps'], changes: [string, Step | undefined][]): Graph['steps'] {
  const next = { ...steps }
  for (const [id, step] of changes)
    if (step === undefined) delete next[id]
    else next[id] = step
  return next
}

function replaceEdges(edges: readonly Edge[], change: { out: PlacedEdge[]; into: PlacedEdge[] }): Edge[] {
  const out = new Set([...change.out, ...change.into].map(({ edge }) => edge.id))
  const next = edges.filter(({ id }) => !out.has(id))
  for (const { index, edge } of change.into) next.splice(index, 0, edge)
  return next
}
