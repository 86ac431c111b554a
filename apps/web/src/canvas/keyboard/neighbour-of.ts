import type { Point, Positions } from '../commands/with-positions.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

const ahead: Record<Direction, (distance: Point) => { along: number; aside: number }> = {
  up: ({ x, y }) => ({ along: -y, aside: x }),
  down: ({ x, y }) => ({ along: y, aside: x }),
  left: ({ x, y }) => ({ along: -x, aside: y }),
  right: ({ x, y }) => ({ along: x, aside: y }),
}

/** The nearest step that lies in that direction; the topmost one when nothing is selected. */
export function neighbourOf(
  positions: Positions,
  look: { from: string | undefined; direction: Direction },
): string | undefined {
  const start = look.from === undefined ? undefined : positions[look.from]
  if (start === undefined)
    return Object.entries(positions).toSorted(([, left], [, right]) => left.y - right.y)[0]?.[0]
  return Object.entries(positions)
    .filter(([id]) => id !== look.from)
    .map(([id, { x, y }]) => ({ id, ...ahead[look.direction]({ x: x - start.x, y: y - start.y }) }))
    .filter(({ along }) => along > 0)
    .toSorted((left, right) => cost(left) - cost(right))[0]?.id
}

function cost({ along, aside }: { along: number; aside: number }): number {
  return along + 2 * Math.abs(aside)
}
