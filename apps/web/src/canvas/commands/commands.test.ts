import { stepDefinition } from '@fieldledger/steps'
import type { Edge, Graph } from '@fieldledger/workflow'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginHistory, type History, perform, redo, undo } from '../draft/history.ts'
import { placeStep } from '../draft/place-step.ts'
import { refuseConnection } from '../draft/refuse-connection.ts'
import { outletsOf } from '../surface/card-geometry.ts'
import { plain, sampleGraph, sampleStep } from '../testing/sample-graph.ts'
import type { Command } from './command.ts'
import { configureStep } from './configure-step.ts'
import { connectSteps } from './connect-steps.ts'
import { deleteSteps } from './delete-steps.ts'
import { disconnectSteps } from './disconnect-steps.ts'
import { duplicateSteps } from './duplicate-steps.ts'
import { moveSteps } from './move-steps.ts'
import { renameStep } from './rename-step.ts'
import { tidyUp } from './tidy-up.ts'

type Edit = (graph: Graph, dice: number[]) => Command | undefined

function pick<Value>(list: readonly Value[], die: number | undefined): Value | undefined {
  return list[(die ?? 0) % Math.max(1, list.length)]
}

const edits: Edit[] = [
  (graph, [a, b]) => {
    const edge = pick(graph.edges, a)
    const step = sampleStep(pick(plain, b), `Step ${a}`)
    const placement = placeStep(graph, {
      step,
      place: edge === undefined ? { at: 'canvas' } : { at: 'edge', edgeId: edge.id },
    })
    return 'command' in placement ? placement.command : undefined
  },
  (graph, [a, b, c]) => {
    const from = pick(Object.entries(graph.steps), a)
    const outlet = from && pick(outletsOf(from[1]), b)
    const placement = placeStep(graph, {
      step: sampleStep(pick(plain, c), `Step ${c}`),
      place:
        from === undefined || outlet === undefined
          ? { at: 'canvas', position: { x: a ?? 0, y: b ?? 0 } }
          : { at: 'outlet', from: { step: from[0], outlet: outlet.id } },
    })
    return 'command' in placement ? placement.command : undefined
  },
  (graph, [a, b, c]) => {
    const from = pick(Object.entries(graph.steps), a)
    const outlet = from && pick(outletsOf(from[1]), b)
    const to = pick(Object.keys(graph.steps), c)
    if (from === undefined || outlet === undefined || to === undefined) return undefined
    const edge = { from: { step: from[0], outlet: outlet.id }, to }
    return refuseConnection(graph, edge) === undefined ? connectSteps(graph, edge) : undefined
  },
  (graph, [a, b]) => {
    const ids = Object.keys(graph.steps)
    return deleteSteps(graph, [...new Set([pick(ids, a) ?? '', pick(ids, b) ?? ''])])
  },
  (graph, [a]) => disconnectSteps(graph, [pick(graph.edges, a)?.id ?? '']),
  (graph, [a, b]) =>
    moveSteps(graph, { [pick(Object.keys(graph.steps), a) ?? '']: { x: b ?? 0, y: a ?? 0 } }),
  (graph, [a]) => duplicateSteps(graph, [pick(Object.keys(graph.steps), a) ?? '']).command,
  (graph, [a, b]) =>
    configureStep(graph, { stepId: pick(Object.keys(graph.steps), a) ?? '', config: { text: String(b) } }),
  (graph, [a, b]) =>
    renameStep(graph, { stepId: pick(Object.keys(graph.steps), a) ?? '', name: `Name ${b}` }),
  (graph) => tidyUp(graph),
]

const edit = fc.record({
  which: fc.nat(edits.length - 1),
  dice: fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
})

test('every command reverted gives the graph back, exactly', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), edit, (before, last) => {
      const start = before.reduce(
        (graph, { which, dice }) => edits[which]?.(graph, dice)?.apply(graph) ?? graph,
        sampleGraph(),
      )
      const command = edits[last.which]?.(start, last.dice)
      if (command !== undefined) expect(command.revert(command.apply(start))).toEqual(start)
    }),
  )
})

test('50 random edits undone are the start again, and done again the end again', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 50, maxLength: 50 }), (list) => {
      const start = beginHistory(sampleGraph())
      const end = list.reduce((history, { which, dice }) => {
        const command = edits[which]?.(history.graph, dice)
        return command === undefined ? history : perform(history, { command, at: 0 })
      }, start)
      const undone = times(end.past.length, undo, end)
      expect(undone.graph).toEqual(start.graph)
      expect(times(undone.future.length, redo, undone).graph).toEqual(end.graph)
    }),
    { numRuns: 30 },
  )
})

const exitOf = ({ from }: Edge): string => `${from.step} ${from.outlet}`

function splits(graph: Graph, stepId: string): boolean {
  return stepDefinition(graph.steps[stepId]?.kind ?? '')?.branching === 'split'
}

test('no edit leaves an edge without its steps, or two edges at one outlet that does not split', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (list) => {
      const graph = list.reduce(
        (at, { which, dice }) => edits[which]?.(at, dice)?.apply(at) ?? at,
        sampleGraph(),
      )
      const exits = graph.edges.filter(({ from }) => !splits(graph, from.step)).map(exitOf)
      expect(new Set(exits).size).toBe(exits.length)
      for (const { from, to } of graph.edges) {
        expect(graph.steps[from.step]).toBeDefined()
        expect(graph.steps[to]).toBeDefined()
      }
    }),
  )
})

test('a deleted step with one way on leaves its neighbours connected', () => {
  const graph = sampleGraph()
  const after = deleteSteps(graph, ['s_decide']).apply(graph)
  expect(after.edges).toEqual([{ id: 'e_first', from: { step: 's_start', outlet: 'next' }, to: 's_then' }])
})

test('typing is one undo until there is a pause', () => {
  const type = (history: History, key: { text: string; at: number }) => {
    const command = configureStep(history.graph, {
      stepId: 's_then',
      config: { text: key.text },
      typing: 'text',
    })
    return command === undefined ? history : perform(history, { command, at: key.at })
  }
  const start = beginHistory(sampleGraph())
  const typed = [
    { text: 'H', at: 1000 },
    { text: 'Hi', at: 1200 },
    { text: 'Hi ', at: 9000 },
  ].reduce(type, start)
  expect(typed.past).toHaveLength(2)
  expect(undo(typed).graph.steps.s_then?.config).toEqual({ text: 'Hi' })
  expect(undo(undo(typed)).graph).toEqual(start.graph)
})

function times<Value>(count: number, change: (value: Value) => Value, start: Value): Value {
  return Array.from({ length: count }).reduce<Value>((value) => change(value), start)
}
