import type { DocumentKind } from '@fieldledger/accounting'
import type { Graph } from '@fieldledger/workflow'
import type { PracticeConnection } from '../../apps/local/src/practice/connect-practice-ledger.ts'
import { syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'

/** Submit, send: no approval between. */
export function sendAtOnce(connection: PracticeConnection): Graph {
  const { steps, edges } = syncWorkflow(connection)
  const { s_approve: _approval, ...kept } = steps
  return {
    steps: kept,
    edges: [
      { id: 'e_direct1', from: { step: 's_submit1', outlet: 'next' }, to: 's_ledger1' },
      ...edges.filter(({ from, to }) => from.step !== 's_approve' && to !== 's_approve'),
    ],
  }
}

/** The same for another document, with what its form has beyond the purchase order's. */
export function sendAtOnceAs(
  connection: PracticeConnection,
  document: { kind: DocumentKind; mapping?: Record<string, string | undefined> },
): Graph {
  const graph = sendAtOnce(connection)
  const { s_ledger1: sync, ...others } = graph.steps
  if (sync === undefined) return graph
  const mapping = { ...Object(sync.config).mapping, ...document.mapping }
  const config = { ...Object(sync.config), documentKind: document.kind, mapping }
  return { ...graph, steps: { ...others, s_ledger1: { ...sync, config } } }
}

/** Five steps, one of them a call of another system: condition, set-status, http-request, set-status, end. */
export function fiveSteps(otherSystem: string): Graph {
  return {
    steps: {
      s_submit1: { kind: 'form-submitted', name: 'Form submitted', config: {} },
      s_large01: {
        kind: 'condition',
        name: 'Large?',
        config: { subject: 'total', comparison: 'at-least', value: '1' },
      },
      s_label01: label('Seen'),
      s_call001: {
        kind: 'http-request',
        name: 'Tell the other system',
        config: {
          method: 'POST',
          url: `${otherSystem}/orders`,
          headers: [],
          format: 'json',
          body: '{ "number": "{number}" }',
        },
      },
      s_label02: label('Told'),
      s_finish1: { kind: 'end', name: 'End', config: {} },
    },
    edges: [
      edge('e_first01', ['s_submit1', 'next', 's_large01']),
      edge('e_second1', ['s_large01', 'yes', 's_label01']),
      edge('e_third01', ['s_label01', 'next', 's_call001']),
      edge('e_fourth1', ['s_call001', 'next', 's_label02']),
      edge('e_fifth01', ['s_label02', 'next', 's_finish1']),
    ],
  }
}

/** Five pure steps, the same as the bench's peer takes: condition, set-status, notify, set-status, end. */
export function fivePureSteps(): Graph {
  return {
    steps: {
      s_submit1: { kind: 'form-submitted', name: 'Form submitted', config: {} },
      s_large01: {
        kind: 'condition',
        name: 'Large?',
        config: { subject: 'total', comparison: 'at-least', value: '1' },
      },
      s_label01: label('Seen'),
      s_notify1: {
        kind: 'notify',
        name: 'Tell the office',
        config: {
          recipients: { roles: ['bookkeeper'], people: [], submitter: false },
          text: 'A large order.',
        },
      },
      s_label02: label('Told'),
      s_finish1: { kind: 'end', name: 'End', config: {} },
    },
    edges: [
      edge('e_first01', ['s_submit1', 'next', 's_large01']),
      edge('e_second1', ['s_large01', 'yes', 's_label01']),
      edge('e_third01', ['s_label01', 'next', 's_notify1']),
      edge('e_fourth1', ['s_notify1', 'next', 's_label02']),
      edge('e_fifth01', ['s_label02', 'next', 's_finish1']),
    ],
  }
}

/** Waits for a time that no test sees. */
export function waitThirtyDays(): Graph {
  return {
    steps: {
      s_submit1: { kind: 'form-submitted', name: 'Form submitted', config: {} },
      s_wait001: { kind: 'wait', name: 'Rest', config: { until: 'duration', amount: 30, unit: 'days' } },
      s_finish1: { kind: 'end', name: 'End', config: {} },
    },
    edges: [
      edge('e_first01', ['s_submit1', 'next', 's_wait001']),
      edge('e_second1', ['s_wait001', 'next', 's_finish1']),
    ],
  }
}

const label = (text: string) => ({ kind: 'set-status', name: text, config: { set: 'label', label: text } })

const edge = (id: string, [from, outlet, to]: [string, string, string]) => ({
  id,
  from: { step: from, outlet },
  to,
})
