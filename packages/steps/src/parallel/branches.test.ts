import { type Graph, lintGraph, refuseEdge } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { stepDefinition } from '../step-definitions.ts'

const kinds = {
  start: { kind: 'form-submitted', config: {} },
  split: { kind: 'parallel', config: { branches: 2 } },
  join: { kind: 'join', config: {} },
  label: { kind: 'set-status', config: { set: 'label', label: 'x' } },
}
type Kind = keyof typeof kinds

/** "a:split" places a step, "a.branch-1>b" draws an arrow; without an outlet it leaves by "next". */
function drawing(steps: string, arrows: string): Graph {
  const placed = steps.split(' ').map((word) => word.split(':') as [string, Kind])
  return {
    steps: Object.fromEntries(placed.map(([id, kind]) => [`s_${id}`, { ...kinds[kind], name: id }])),
    edges: arrows.split(' ').map((arrow, position) => {
      const [left = '', to] = arrow.split('>')
      const [from, outlet = 'next'] = left.split('.')
      return { id: `e_${position}`, from: { step: `s_${from}`, outlet }, to: `s_${to}` }
    }),
  }
}

function lint(graph: Graph): string[] {
  const form = {
    name: 'PO',
    type: 'purchase-order' as const,
    numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
    fields: [],
  }
  return lintGraph({ graph, form, connections: [], definitionOf: stepDefinition }).map(
    ({ code, stepId }) => `${code} ${stepId?.slice(2)}`,
  )
}

const steps = 'start:start go:label p:split a:label b:label j:join end:label'
const arrows = 'start>go go>p p.branch-1>a p.branch-2>b a>j b>j j>end'

test('branches that meet at one join, end, or split in their turn are drawn as they run', () => {
  expect(lint(drawing(steps, arrows))).toEqual([])
  expect(lint(drawing(steps, arrows.replace(' b>j', '')))).toEqual([])
  const nested = `${steps} q:split c:label d:label k:join`
  const inner = arrows.replace('a>j', 'a>q q.branch-1>c q.branch-2>d c>k d>k k>j')
  expect(lint(drawing(nested, inner))).toEqual([])
})

test('the whole may be repeated: behind the join a form is sent back to before the split', () => {
  expect(lint(drawing(steps, `${arrows} end>go`))).toEqual([])
})

test.each([
  ['a branch that leads back over its split', `${arrows.replace('a>j', 'a>go')}`, ['out-of-a-branch p']],
  ['a branch that leads back to its split', `${arrows.replace('a>j', 'a>p')}`, ['out-of-a-branch p']],
  ['an arrow from behind into a branch', `${arrows} end>a`, ['into-a-branch end']],
  ['branches that run into each other', arrows.replace('a>j', 'a>b'), ['branches-mix b']],
  ['a join that nothing was split for', 'start>j j>end', ['nothing-meets j']],
])('%s is refused', (_what, drawn, expected) => {
  expect(lint(drawing(steps, drawn)).filter((found) => !found.startsWith('unreachable'))).toEqual(
    expect.arrayContaining(expected),
  )
})

test('branches that meet at two joins are refused', () => {
  const apart = drawing(`${steps} k:join`, arrows.replace('b>j', 'b>k'))
  expect(lint(apart)).toContain('branches-meet-apart p')
})

test('an arrow from outside into the middle of a branch is refused', () => {
  const drawn = drawing(`${steps} c:label`, arrows.replace('go>p', 'go>p').replace('a>j', 'a>c c>j'))
  const barging: Graph = {
    ...drawn,
    edges: [...drawn.edges, { id: 'e_x', from: { step: 's_start', outlet: 'other' }, to: 's_c' }],
  }
  expect(lint(barging)).toContain('into-a-branch start')
})

test('a join cannot wait for two splits at once', () => {
  const nested = drawing(
    `${steps} q:split c:label d:label`,
    arrows.replace('a>j', 'a>q q.branch-1>c q.branch-2>d c>j d>j'),
  )
  expect(lint(nested)).toContain('meets-several j')
})

test('several arrows may leave one branch, but not to the same step', () => {
  const graph = drawing(steps, arrows)
  const edge = (to: string) => ({ from: { step: 's_p', outlet: 'branch-1' }, to })
  expect(refuseEdge({ graph, edge: edge('s_end'), definitionOf: stepDefinition })).toBeUndefined()
  expect(refuseEdge({ graph, edge: edge('s_a'), definitionOf: stepDefinition })).toContain('already')
})
