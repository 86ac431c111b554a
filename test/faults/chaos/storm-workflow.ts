import type { Graph } from '@fieldledger/workflow'
import type { PracticeConnection } from '../../../apps/local/src/practice/connect-practice-ledger.ts'
import { syncWorkflow } from '../../../apps/local/src/practice/practice-workflows.ts'

/** Submit, tell another system, approve, send. */
export const tellApproveSend =
  (otherSystem: string) =>
  (connection: PracticeConnection): Graph => {
    const { steps, edges } = syncWorkflow(connection)
    const tell = {
      kind: 'http-request',
      name: 'Tell the other system',
      config: {
        method: 'POST',
        url: `${otherSystem}/orders`,
        headers: [],
        format: 'json',
        body: '{ "number": "{number}" }',
      },
    }
    return {
      steps: { ...steps, s_tell001: tell },
      edges: [
        ...edges.filter(({ from }) => from.step !== 's_submit1'),
        { id: 'e_tell001', from: { step: 's_submit1', outlet: 'next' }, to: 's_tell001' },
        { id: 'e_told001', from: { step: 's_tell001', outlet: 'next' }, to: 's_approve' },
      ],
    }
  }
