import type { FormContent } from '@fieldledger/forms'
import { describeChanges, type Graph, lintGraph, refuseEdge } from '@fieldledger/workflow'
import { describe, expect, test } from 'vitest'
import { stepDefinition } from './step-definitions.ts'

const form: FormContent = {
  name: 'PO',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [],
}
const start = { kind: 'form-submitted', name: 'Submitted', config: {} }
const finish = { kind: 'end', name: 'End', config: {} }
const edge = (from: string, outlet: string, to: string) => ({
  id: `e_${from}${to}`.replaceAll('s_', ''),
  from: { step: from, outlet },
  to,
})
const graph: Graph = {
  steps: { s_start: start, s_finish: finish },
  edges: [edge('s_start', 'next', 's_finish')],
}
const lint = (changed: Graph, content = form) =>
  lintGraph({ graph: changed, form: content, connections: [], definitionOf: stepDefinition }).map(
    ({ code }) => code,
  )

test('a workflow needs exactly one start', () => {
  expect(lint(graph)).toEqual([])
  expect(lint({ steps: { s_finish: finish }, edges: [] })).toContain('no-trigger')
  expect(lint({ ...graph, steps: { ...graph.steps, s_start2: start } })).toContain('several-triggers')
})

test('the first workflow of a form starts at submit, a further one by another trigger', () => {
  const config = { recurrence: { every: 'end-of-day' }, filter: { statuses: ['approved'] } }
  const nightly = {
    kind: 'schedule',
    name: 'End of day',
    config: { ...config, tell: { roles: [], people: [] }, paused: false },
  }
  const codes = (first: boolean, step: Graph['steps'][string]) =>
    lintGraph({
      graph: { ...graph, steps: { ...graph.steps, s_start: step } },
      form,
      connections: [],
      first,
      definitionOf: stepDefinition,
    }).map(({ code }) => code)
  expect(codes(true, start)).toEqual([])
  expect(codes(true, nightly)).toEqual(['start-elsewhere'])
  expect(codes(false, nightly)).toEqual([])
  expect(codes(false, start)).toEqual(['start-elsewhere'])
})

test('arrows that no workflow can have are refused with the reason', () => {
  const refuse = (candidate: ReturnType<typeof edge>) =>
    refuseEdge({ graph, edge: candidate, definitionOf: stepDefinition })
  expect(refuse(edge('s_start', 'next', 's_finish'))).toContain('already leads somewhere')
  expect(refuse(edge('s_finish', 'next', 's_start'))).toContain('Nothing can lead to the start')
  expect(refuse(edge('s_start', 'next', 's_start'))).toContain('cannot lead to itself')
})

test('a step that nothing leads to is a warning', () => {
  expect(lint({ ...graph, steps: { ...graph.steps, s_alone1: finish } })).toEqual(['unreachable'])
})

test('changes are told in words', () => {
  const after: Graph = {
    steps: { ...graph.steps, s_tell01: { kind: 'notify', name: 'Tell the office', config: {} } },
    edges: [edge('s_start', 'next', 's_tell01'), edge('s_tell01', 'next', 's_finish')],
  }
  expect(
    describeChanges({ before: graph, after, definitionOf: stepDefinition }).map(({ text }) => text),
  ).toEqual([
    'Added "Tell the office"',
    '"Submitted" (Submitted) now leads to "Tell the office"',
    '"Tell the office" (Next) now leads to "End"',
    '"Submitted" (Submitted) no longer leads to "End"',
  ])
})

describe('what is sent before anybody approved it', () => {
  const filter = (...statuses: string[]) => ({ filter: { statuses }, tell: { roles: [], people: [] } })
  const clock = { recurrence: { every: 'end-of-day' }, paused: false }
  const starts = {
    schedule: (...statuses: string[]) => ({ kind: 'schedule', config: { ...clock, ...filter(...statuses) } }),
    byHand: (...statuses: string[]) => ({ kind: 'started-by-hand', config: filter(...statuses) }),
    event: (...events: string[]) => ({ kind: 'on-event', config: { events, paused: false } }),
    submit: () => ({ kind: 'form-submitted', config: {} }),
  }
  const found = (begun: { kind: string; config: object }, between?: Graph['steps'][string]) => {
    const sync = stepDefinition('accounting-sync')?.initial({ formType: 'purchase-order' }) ?? {}
    const on = between === undefined ? 's_sync' : 's_between'
    const outlet = between?.kind === 'approval' ? 'approved' : 'next'
    const changed: Graph = {
      steps: {
        s_start: { name: 'Start', ...begun, config: { ...begun.config } },
        s_sync: { kind: 'accounting-sync', name: 'To the books', config: sync },
        ...(between === undefined ? {} : { s_between: between }),
      },
      edges: [edge('s_start', 'next', on), ...(between ? [edge('s_between', outlet, 's_sync')] : [])],
    }
    return lintGraph({ graph: changed, form, connections: [], definitionOf: stepDefinition }).filter(
      ({ code }) => code === 'sends-unapproved',
    )
  }
  const placed = (kind: string, config?: object): Graph['steps'][string] => ({
    kind,
    name: 'Between',
    config: { ...stepDefinition(kind)?.initial({ formType: 'purchase-order' }), ...config },
  })

  test('a start that takes pending forms is warned, in a sentence and at its own field', () => {
    expect(found(starts.schedule('pending', 'approved'))).toEqual([
      {
        code: 'sends-unapproved',
        severity: 'warning',
        message:
          '"To the books" sends forms that nobody has approved yet, as this start takes pending forms: let it take approved ones alone, or put an approval before it.',
        stepId: 's_start',
        place: 'filter.statuses',
      },
    ])
    expect(found(starts.byHand('in-revision'))).toHaveLength(1)
    expect(found(starts.event('approved', 'revised'))).toMatchObject([{ place: 'events' }])
    expect(found(starts.schedule('pending'), placed('notify'))).toHaveLength(1)
  })

  test('approved forms, an approval on the way, and the first workflow of a form are not', () => {
    expect(found(starts.schedule('approved', 'closed'))).toEqual([])
    expect(found(starts.event('approved', 'in-ledger'))).toEqual([])
    expect(found(starts.submit())).toEqual([])
    expect(found(starts.schedule('pending'), placed('approval'))).toEqual([])
    expect(
      found(starts.byHand('pending'), placed('set-status', { set: 'status', status: 'approved' })),
    ).toEqual([])
  })
})
