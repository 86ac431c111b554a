import type { Graph } from '@fieldledger/workflow'
import { outletsOf } from '../surface/card-geometry.ts'
import type { AddPlace } from './editor-store.ts'

/** Where a step goes when nobody says where: after the selected step, else at the end of the longest way. */
export function suggestPlace(graph: Graph, selected: readonly string[]): AddPlace {
  const [chosen] = selected
  const first = chosen ?? lastStep(graph)
  const step = first === undefined ? undefined : graph.steps[first]
  if (first === undefined || step === undefined) return { at: 'canvas' }
  const outlets = outletsOf(step)
  const free = outlets.find(
    ({ id }) => !graph.edges.some((edge) => edge.from.step === first && edge.from.outlet === id),
  )
  const outlet = free ?? outlets[0]
  return outlet === undefined ? { at: 'canvas' } : { at: 'outlet', from: { step: first, outlet: outlet.id } }
}

/** Follows the first outlets from the trigger to the end. */
function lastStep(graph: Graph): string | undefined {
  const entered = new Set(graph.edges.map(({ to }) => to))
  let at = Object.keys(graph.steps).find((id) => !entered.has(id))
  const seen = new Set<string>()
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    const step = graph.steps[at]
    const first = step === undefined ? undefined : outletsOf(step)[0]?.id
    const next = graph.edges.find((edge) => edge.from.step === at && edge.from.outlet === first)
    if (next === undefined) return at
    at = next.to
  }
  return at
}
