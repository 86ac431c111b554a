import type { Graph } from '@fieldledger/workflow'
import { outletsOf } from './card-geometry.ts'

export interface OrderConstraint {
  left: string
  right: string
}

/** What an earlier outlet leads to stands left of what a later one leads to, where that is possible for all. */
export function outletOrder(graph: Graph): OrderConstraint[] {
  const targets = new Map(graph.edges.map(({ from, to }) => [`${from.step} ${from.outlet}`, to]))
  const kept: OrderConstraint[] = []
  for (const [id, step] of Object.entries(graph.steps)) {
    const ways = outletsOf(step).flatMap((outlet) => targets.get(`${id} ${outlet.id}`) ?? [])
    for (const [index, right] of ways.entries()) {
      const left = ways[index - 1]
      if (left !== undefined && left !== right && !leadsTo(right, { goal: left, by: kept }))
        kept.push({ left, right })
    }
  }
  return kept
}

// dagre loses steps whose constraints run in a circle.
function leadsTo(start: string, walk: { goal: string; by: readonly OrderConstraint[] }): boolean {
  const waiting = [start]
  const seen = new Set<string>()
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === walk.goal) return true
    if (seen.has(at)) continue
    seen.add(at)
    for (const { left, right } of walk.by) if (left === at) waiting.push(right)
  }
  return false
}
