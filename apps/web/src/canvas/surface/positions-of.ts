import type { Graph } from '@fieldledger/workflow'
import type { Positions } from '../commands/with-positions.ts'
import { layOut } from './lay-out.ts'

const remembered = new WeakMap<Graph['steps'], Positions>()

/** Where every step stands. Positions are optional in the graph: those without one are laid out. */
export function positionsOf(graph: Graph): Positions {
  const known = remembered.get(graph.steps)
  if (known !== undefined) return known
  const entries = Object.entries(graph.steps)
  const laidOut = entries.every(([, step]) => step.position !== undefined) ? {} : layOut(graph)
  const positions = Object.fromEntries(
    entries.map(([id, step]) => [id, step.position ?? laidOut[id] ?? { x: 0, y: 0 }]),
  )
  remembered.set(graph.steps, positions)
  return positions
}

/** The graph with a position for every step: before the first edit that depends on where things stand. */
export function placed(graph: Graph): Graph {
  if (Object.values(graph.steps).every((step) => step.position !== undefined)) return graph
  const positions = positionsOf(graph)
  const steps = Object.fromEntries(
    Object.entries(graph.steps).map(([id, step]) => [
      id,
      { ...step, position: positions[id] ?? { x: 0, y: 0 } },
    ]),
  )
  return { ...graph, steps }
}
