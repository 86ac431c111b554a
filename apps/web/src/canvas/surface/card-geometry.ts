import { stepDefinition } from '@fieldledger/steps'
import type { Step } from '@fieldledger/workflow'
import type { Point } from '../commands/with-positions.ts'

/** Explicit sizes: React Flow need not measure, and nothing jumps. */
export const cardWidth = 264
export const bodyHeight = 76
export const outletsHeight = 30
export const cardHeight = bodyHeight + outletsHeight
export const gap = 64
export const grid = 8

export interface PlacedOutlet {
  id: string
  label: string
  x: number
}

export function outletsOf(step: Step): PlacedOutlet[] {
  const outlets = stepDefinition(step.kind)?.outlets(step.config) ?? []
  return outlets.map(({ id, label }, index) => ({
    id,
    label,
    x: (cardWidth * (index + 0.5)) / outlets.length,
  }))
}

export function hasEntrance(step: Step): boolean {
  return stepDefinition(step.kind)?.trigger !== true
}

export function heightOf(step: Step): number {
  return outletsOf(step).length === 0 ? bodyHeight : cardHeight
}

export function outletPoint(step: Step, at: { position: Point; outlet: string }): Point {
  const x = outletsOf(step).find(({ id }) => id === at.outlet)?.x ?? cardWidth / 2
  return { x: at.position.x + x, y: at.position.y + heightOf(step) }
}

export function entrancePoint(position: Point): Point {
  return { x: position.x + cardWidth / 2, y: position.y }
}

export function toGrid({ x, y }: Point): Point {
  return { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid }
}
