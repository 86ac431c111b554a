import { expect, test } from 'vitest'
import { neighbourOf } from '../keyboard/neighbour-of.ts'
import { plain, sampleGraph, sampleStep } from '../testing/sample-graph.ts'
import { outletsOf } from './card-geometry.ts'
import { layOut } from './lay-out.ts'

test('branches stand in the order of their outlets, below the step they leave', () => {
  const graph = sampleGraph()
  const decide = graph.steps.s_decide
  const [first, second] = decide === undefined ? [] : outletsOf(decide)
  const steps = { ...graph.steps, s_other: sampleStep(plain[0], 'Other') }
  for (const [left, right] of [
    ['s_then', 's_other'],
    ['s_other', 's_then'],
  ] as const) {
    const positions = layOut({
      steps,
      edges: [
        { id: 'e_a', from: { step: 's_start', outlet: 'next' }, to: 's_decide' },
        { id: 'e_b', from: { step: 's_decide', outlet: first?.id ?? '' }, to: left },
        { id: 'e_c', from: { step: 's_decide', outlet: second?.id ?? '' }, to: right },
      ],
    })
    expect(positions[left]?.x).toBeLessThan(positions[right]?.x ?? 0)
    expect(positions[left]?.y).toBeGreaterThan(positions.s_decide?.y ?? 0)
  }
})

test('a workflow that leads back is laid out as well', () => {
  const graph = sampleGraph()
  const back = { id: 'e_back', from: { step: 's_then', outlet: 'approved' }, to: 's_decide' }
  const positions = layOut({ ...graph, edges: [...graph.edges, back] })
  expect(Object.keys(positions)).toHaveLength(3)
})

test('the arrow keys find the nearest step in their direction', () => {
  const positions = { a: { x: 0, y: 0 }, b: { x: 0, y: 170 }, c: { x: 300, y: 170 }, d: { x: 0, y: 340 } }
  expect(neighbourOf(positions, { from: undefined, direction: 'down' })).toBe('a')
  expect(neighbourOf(positions, { from: 'a', direction: 'down' })).toBe('b')
  expect(neighbourOf(positions, { from: 'b', direction: 'right' })).toBe('c')
  expect(neighbourOf(positions, { from: 'a', direction: 'up' })).toBeUndefined()
})
