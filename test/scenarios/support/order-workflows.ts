import type { Graph } from '@fieldledger/workflow'
import type { PracticeConnection } from '../../../apps/local/src/practice/connect-practice-ledger.ts'
import { syncWorkflow } from '../../../apps/local/src/practice/practice-workflows.ts'

/** Submit, approve, send; what is rejected goes back to whoever submitted it, and comes again. */
export function sendBackWorkflow(connection: PracticeConnection): Graph {
  const { steps, edges } = syncWorkflow(connection)
  return {
    steps: {
      ...steps,
      s_return1: {
        kind: 'edit-form',
        name: 'Send back for changes',
        config: {
          assignees: { roles: [], people: [], submitter: true },
          instruction: 'Please change it and send it again.',
        },
        position: { x: 360, y: 160 },
      },
    },
    edges: [
      ...edges,
      { id: 'e_back0001', from: { step: 's_approve', outlet: 'rejected' }, to: 's_return1' },
      { id: 'e_again001', from: { step: 's_return1', outlet: 'returned' }, to: 's_approve' },
    ],
  }
}
