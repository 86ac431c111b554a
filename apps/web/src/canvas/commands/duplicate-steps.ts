import type { Edge, Graph, Step } from '@fieldledger/workflow'
import { messages } from '../messages.ts'
import { placed } from '../surface/positions-of.ts'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'
import { newEdgeId, newStepId } from './new-id.ts'

const offset = 48

/** Copies steps with the edges between them; the copies stand a little aside, unconnected to the rest. */
export function duplicateSteps(graph: Graph, ids: readonly string[]): { command: Command; copies: string[] } {
  const copyOf = new Map(ids.map((id) => [id, newStepId()]))
  const { steps: originals } = placed(graph)
  const steps: Record<string, Step> = { ...originals }
  for (const [id, copy] of copyOf) {
    const step = originals[id]
    if (step !== undefined) steps[copy] = besides(step)
  }
  const edges = graph.edges.flatMap((edge): Edge[] => {
    const from = copyOf.get(edge.from.step)
    const to = copyOf.get(edge.to)
    return from === undefined || to === undefined
      ? []
      : [{ id: newEdgeId(), from: { step: from, outlet: edge.from.outlet }, to }]
  })
  return {
    copies: [...copyOf.values()],
    command: changeGraph({
      name: messages.commands.duplicate(ids.length),
      before: graph,
      after: { steps, edges: [...graph.edges, ...edges] },
    }),
  }
}

function besides(step: Step): Step {
  const copy = {
    ...step,
    name: messages.copyOf(step.name).slice(0, 120),
    config: structuredClone(step.config),
  }
  return step.position === undefined
    ? copy
    : { ...copy, position: { x: step.position.x + offset, y: step.position.y + offset } }
}
