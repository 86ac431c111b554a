import { expect, test } from 'vitest'
import { cardHeight } from '../surface/card-geometry.ts'
import { plain, sampleGraph, sampleStep } from '../testing/sample-graph.ts'
import { dropSlots, nearestSlot } from './drop-slots.ts'
import { placeStep } from './place-step.ts'
import { refuseConnection } from './refuse-connection.ts'
import { suggestPlace } from './suggest-place.ts'

const step = sampleStep(plain[0], 'New')

test('a step dropped on an edge stands between its ends, and what is below makes room', () => {
  const graph = sampleGraph()
  const slot = nearestSlot(dropSlots(graph), { point: { x: 130, y: 150 }, reach: 60 })
  expect(slot?.place).toEqual({ at: 'edge', edgeId: 'e_first' })
  const placement = placeStep(graph, { step, place: slot?.place ?? { at: 'canvas' } })
  if ('refused' in placement) return expect.unreachable(placement.refused)
  const after = placement.command.apply(graph)
  expect(after.edges.find(({ id }) => id === 'e_first')?.to).toBe(placement.stepId)
  expect(after.edges.some(({ from, to }) => from.step === placement.stepId && to === 's_decide')).toBe(true)
  const top = after.steps[placement.stepId]?.position?.y ?? 0
  expect(after.steps.s_decide?.position?.y).toBeGreaterThanOrEqual(top + cardHeight)
  expect(after.steps.s_then?.position?.y).toBeGreaterThan(after.steps.s_decide?.position?.y ?? 0)
})

test('a step dropped on the canvas stands there, unconnected, and never on top of another', () => {
  const graph = sampleGraph()
  const placement = placeStep(graph, { step, place: { at: 'canvas', position: { x: 10, y: 10 } } })
  if ('refused' in placement) return expect.unreachable(placement.refused)
  const after = placement.command.apply(graph)
  expect(after.edges).toEqual(graph.edges)
  expect(after.steps[placement.stepId]?.position?.x).toBeGreaterThan(200)
})

test('a step added after another is connected to its first free outlet', () => {
  const graph = sampleGraph()
  const place = suggestPlace(graph, ['s_decide'])
  expect(place).toMatchObject({ at: 'outlet', from: { step: 's_decide' } })
  const placement = placeStep(graph, { step, place })
  if ('refused' in placement) return expect.unreachable(placement.refused)
  expect(placement.command.apply(graph).edges).toHaveLength(3)
})

test('illegal connections are refused with a reason', () => {
  const graph = sampleGraph()
  expect(refuseConnection(graph, { from: { step: 's_start', outlet: 'next' }, to: 's_then' })).toContain(
    'already',
  )
  expect(refuseConnection(graph, { from: { step: 's_then', outlet: 'approved' }, to: 's_start' })).toContain(
    'start',
  )
  expect(refuseConnection(graph, { from: { step: 's_then', outlet: 'approved' }, to: 's_then' })).toContain(
    'itself',
  )
})
