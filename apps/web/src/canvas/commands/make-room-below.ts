import type { Edge, Graph } from '@fieldledger/workflow'
import { cardHeight, gap } from '../surface/card-geometry.ts'

/** Moves everything that follows a step down until the step no longer covers its successor. */
export function makeRoomBelow(
  steps: Graph['steps'],
  at: { edges: readonly Edge[]; stepId: string },
): Graph['steps'] {
  const placed = steps[at.stepId]?.position
  if (placed === undefined) return steps
  const floor = placed.y + cardHeight + gap
  const followers = followersOf(at.stepId, at.edges).filter(
    (id) => (steps[id]?.position?.y ?? -1) > placed.y - cardHeight,
  )
  const highest = Math.min(...followers.map((id) => steps[id]?.position?.y ?? floor))
  const shift = floor - highest
  if (!Number.isFinite(shift) || shift <= 0) return steps
  const moved = { ...steps }
  for (const id of followers) {
    const step = steps[id]
    if (step?.position !== undefined)
      moved[id] = { ...step, position: { x: step.position.x, y: step.position.y + shift } }
  }
  return moved
}

function followersOf(start: string, edges: readonly Edge[]): string[] {
  const found = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const edge of edges)
      if (edge.from.step === id && edge.to !== start && !found.has(edge.to)) {
        found.add(edge.to)
        waiting.push(edge.to)
      }
  return [...found]
}
