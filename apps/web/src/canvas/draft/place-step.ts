import type { Graph, Step } from '@fieldledger/workflow'
import { addStep } from '../commands/add-step.ts'
import type { Command } from '../commands/command.ts'
import { insertStepOnEdge } from '../commands/insert-step-on-edge.ts'
import { newStepId } from '../commands/new-id.ts'
import type { Point } from '../commands/with-positions.ts'
import { messages } from '../messages.ts'
import {
  cardHeight,
  cardWidth,
  entrancePoint,
  gap,
  hasEntrance,
  heightOf,
  outletPoint,
  outletsOf,
  toGrid,
} from '../surface/card-geometry.ts'
import { positionsOf } from '../surface/positions-of.ts'
import type { AddPlace } from './editor-store.ts'

export type Placement = { refused: string } | { stepId: string; command: Command }

/** Turns "this step, there" into a command: on the canvas, at the end of an outlet, or between two steps. */
export function placeStep(
  graph: Graph,
  wanted: { step: Omit<Step, 'position'>; place: AddPlace },
): Placement {
  const { step, place } = wanted
  if (!hasEntrance(step)) {
    if (Object.values(graph.steps).some((one) => !hasEntrance(one)))
      return { refused: messages.refusals.secondTrigger }
    return onCanvas(graph, { step, place: { at: 'canvas' } })
  }
  if (place.at === 'edge') return onEdge(graph, { step, edgeId: place.edgeId })
  if (place.at === 'outlet') return atOutlet(graph, { step, place })
  return onCanvas(graph, { step, place })
}

function onCanvas(
  graph: Graph,
  { step, place }: { step: Omit<Step, 'position'>; place: Extract<AddPlace, { at: 'canvas' }> },
): Placement {
  const stepId = newStepId()
  const wanted = place.position ?? lowest(graph)
  return {
    stepId,
    command: addStep(graph, { id: stepId, step: { ...step, position: freeSpot(graph, wanted) } }),
  }
}

function atOutlet(
  graph: Graph,
  { step, place }: { step: Omit<Step, 'position'>; place: Extract<AddPlace, { at: 'outlet' }> },
): Placement {
  const from = graph.steps[place.from.step]
  if (from === undefined) return { refused: messages.refusals.gone }
  const taken = graph.edges.find(
    (edge) => edge.from.step === place.from.step && edge.from.outlet === place.from.outlet,
  )
  if (taken !== undefined) return onEdge(graph, { step, edgeId: taken.id })
  const stepId = newStepId()
  const wanted = place.position ?? beneath(graph, { from, place })
  return {
    stepId,
    command: addStep(graph, {
      id: stepId,
      step: { ...step, position: freeSpot(graph, wanted) },
      from: place.from,
    }),
  }
}

function onEdge(graph: Graph, { step, edgeId }: { step: Omit<Step, 'position'>; edgeId: string }): Placement {
  const edge = graph.edges.find(({ id }) => id === edgeId)
  const from = edge && graph.steps[edge.from.step]
  if (edge === undefined || from === undefined) return { refused: messages.refusals.gone }
  const stepId = newStepId()
  const positions = positionsOf(graph)
  const start = outletPoint(from, {
    position: positions[edge.from.step] ?? { x: 0, y: 0 },
    outlet: edge.from.outlet,
  })
  const end = entrancePoint(positions[edge.to] ?? { x: 0, y: 0 })
  const below = end.y > start.y
  const position = toGrid({ x: (below ? end.x : start.x) - cardWidth / 2, y: start.y + gap })
  return {
    stepId,
    command: insertStepOnEdge(graph, {
      id: stepId,
      step: { ...step, position },
      outlet: outletsOf(step)[0]?.id,
      edgeId,
    }),
  }
}

function beneath(
  graph: Graph,
  { from, place }: { from: Step; place: Extract<AddPlace, { at: 'outlet' }> },
): Point {
  const position = positionsOf(graph)[place.from.step] ?? { x: 0, y: 0 }
  const outlets = outletsOf(from)
  const index = outlets.findIndex(({ id }) => id === place.from.outlet)
  const aside = (index - (outlets.length - 1) / 2) * (cardWidth + 48)
  return { x: position.x + aside, y: position.y + heightOf(from) + gap }
}

function lowest(graph: Graph): Point {
  const positions = Object.values(positionsOf(graph))
  if (positions.length === 0) return { x: 0, y: 0 }
  return {
    x: Math.min(...positions.map(({ x }) => x)),
    y: Math.max(...positions.map(({ y }) => y)) + cardHeight + gap,
  }
}

/** The wanted spot, or the next one to the right where no card stands. */
function freeSpot(graph: Graph, wanted: Point): Point {
  const positions = Object.values(positionsOf(graph))
  let spot = toGrid(wanted)
  const covered = () =>
    positions.some(({ x, y }) => Math.abs(x - spot.x) < cardWidth && Math.abs(y - spot.y) < cardHeight)
  while (covered()) spot = toGrid({ x: spot.x + cardWidth / 2 + 16, y: spot.y })
  return spot
}
