import type { Graph } from '@fieldledger/workflow'
import type { Point } from '../commands/with-positions.ts'
import { entrancePoint, outletPoint, outletsOf } from '../surface/card-geometry.ts'
import { edgePath } from '../surface/edge-path.ts'
import { positionsOf } from '../surface/positions-of.ts'
import type { AddPlace } from './editor-store.ts'

/** A place that lights up while a step is dragged from the palette. */
export interface DropSlot {
  key: string
  place: AddPlace
  point: Point
}

export const stubLength = 34

export function edgeSlotKey(edgeId: string): string {
  return `edge ${edgeId}`
}

export function outletSlotKey(from: { step: string; outlet: string }): string {
  return `outlet ${from.step} ${from.outlet}`
}

export function dropSlots(graph: Graph): DropSlot[] {
  const positions = positionsOf(graph)
  const onEdges = graph.edges.flatMap((edge): DropSlot[] => {
    const from = graph.steps[edge.from.step]
    const position = positions[edge.from.step]
    const end = positions[edge.to]
    if (from === undefined || position === undefined || end === undefined) return []
    const { middle } = edgePath(outletPoint(from, { position, outlet: edge.from.outlet }), entrancePoint(end))
    return [{ key: edgeSlotKey(edge.id), place: { at: 'edge', edgeId: edge.id }, point: middle }]
  })
  const taken = new Set(graph.edges.map((edge) => outletSlotKey(edge.from)))
  const atOutlets = Object.entries(graph.steps).flatMap(([id, step]) =>
    outletsOf(step).flatMap((outlet): DropSlot[] => {
      const from = { step: id, outlet: outlet.id }
      const position = positions[id]
      if (position === undefined || taken.has(outletSlotKey(from))) return []
      const { x, y } = outletPoint(step, { position, outlet: outlet.id })
      return [{ key: outletSlotKey(from), place: { at: 'outlet', from }, point: { x, y: y + stubLength } }]
    }),
  )
  return [...onEdges, ...atOutlets]
}

export function nearestSlot(
  slots: readonly DropSlot[],
  at: { point: Point; reach: number },
): DropSlot | undefined {
  let nearest: { slot: DropSlot; distance: number } | undefined
  for (const slot of slots) {
    const distance = Math.hypot(slot.point.x - at.point.x, slot.point.y - at.point.y)
    if (distance <= at.reach && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY))
      nearest = { slot, distance }
  }
  return nearest?.slot
}
