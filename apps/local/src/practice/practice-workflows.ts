import type { Graph } from '@fieldledger/workflow'
import { orderFields } from './practice-forms.ts'

const submitted = {
  kind: 'form-submitted',
  name: 'Form submitted',
  config: {},
  position: { x: 0, y: 0 },
}

const approval = {
  kind: 'approval',
  name: 'Approval',
  config: {
    mode: 'any',
    approvers: { roles: ['approver'], people: [] },
    noteOnRejection: true,
    final: true,
  },
  position: { x: 0, y: 160 },
}

/** Submit, then approve: where the main scenario begins, without a ledger. */
export function approvalWorkflow(): Graph {
  return {
    steps: { s_submit1: submitted, s_approve: approval },
    edges: [{ id: 'e_first01', from: { step: 's_submit1', outlet: 'next' }, to: 's_approve' }],
  }
}

/** Submit, approve, send: what Harbour Construction runs. */
export function syncWorkflow(connection: { id: string; provider: string; providerLabel: string }): Graph {
  const { steps, edges } = approvalWorkflow()
  return {
    steps: {
      ...steps,
      s_ledger1: {
        kind: 'accounting-sync',
        name: `Sync with ${connection.providerLabel}`,
        config: {
          provider: connection.provider,
          providerLabel: connection.providerLabel,
          connectionId: connection.id,
          documentKind: 'purchase-order',
          mapping: {
            vendor: orderFields.vendor,
            materials: orderFields.materials,
            memo: orderFields.memo,
            dueDate: orderFields.dueDate,
            date: orderFields.date,
            shipTo: orderFields.shipTo,
          },
          unlinkedItems: { create: false, instead: 'expense-line' },
        },
        position: { x: 0, y: 320 },
      },
      s_finish1: { kind: 'end', name: 'End', config: {}, position: { x: 0, y: 480 } },
    },
    edges: [
      ...edges,
      { id: 'e_second1', from: { step: 's_approve', outlet: 'approved' }, to: 's_ledger1' },
      { id: 'e_third01', from: { step: 's_ledger1', outlet: 'synced' }, to: 's_finish1' },
    ],
  }
}
