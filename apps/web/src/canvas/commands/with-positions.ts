import type { Graph } from '@fieldledger/workflow'

export interface Point {
  x: number
  y: number
}
export type Positions = Readonly<Record<string, Point>>

export function withPositions(steps: Graph['steps'], positions: Positions): Graph['steps'] {
  const next = { ...steps }
  for (const [id, position] of Object.entries(positions)) {
    const step = steps[id]
    if (step !== undefined) next[id] = { ...step, position: { x: position.x, y: position.y } }
  }
  return next
}
