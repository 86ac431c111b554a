import type { Graph } from '@fieldledger/workflow'
import type { AddPlace } from '../draft/editor-store.ts'
import { messages } from '../messages.ts'
import { outletsOf } from '../surface/card-geometry.ts'

export function placeKey(place: AddPlace): string {
  if (place.at === 'edge') return `edge ${place.edgeId}`
  return place.at === 'outlet' ? `outlet ${place.from.step} ${place.from.outlet}` : 'canvas'
}

/** Every place where a step could go, in words; a place with a position keeps it. */
export function describePlaces(
  graph: Graph,
  start: AddPlace,
): { key: string; label: string; place: AddPlace }[] {
  const places: { label: string; place: AddPlace }[] = Object.entries(graph.steps).flatMap(([id, step]) =>
    outletsOf(step).map((outlet) => {
      const from = { step: id, outlet: outlet.id }
      const edge = graph.edges.find((one) => one.from.step === id && one.from.outlet === outlet.id)
      return edge === undefined
        ? { label: messages.addMenu.after(step.name, outlet.label), place: { at: 'outlet' as const, from } }
        : {
            label: messages.addMenu.between(step.name, graph.steps[edge.to]?.name ?? ''),
            place: { at: 'edge' as const, edgeId: edge.id },
          }
    }),
  )
  places.push({ label: messages.addMenu.onCanvas, place: { at: 'canvas' } })
  return places.map(({ label, place }) => {
    const key = placeKey(place)
    return { key, label, place: key === placeKey(start) ? start : place }
  })
}
