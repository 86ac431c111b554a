import { getSmoothStepPath, Position } from '@xyflow/react'
import type { Point } from '../commands/with-positions.ts'

/** The line from an outlet down to an entrance, and the middle of it where the plus stands. */
export function edgePath(from: Point, to: Point): { path: string; middle: Point } {
  const [path, x, y] = getSmoothStepPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: Position.Bottom,
    targetX: to.x,
    targetY: to.y,
    targetPosition: Position.Top,
    borderRadius: 14,
    offset: 28,
  })
  return { path, middle: { x, y } }
}
