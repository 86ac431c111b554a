import { type CompanyScope, reachableFrom } from '@fieldledger/workflow'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'

/**
 * Another run of the same form stands at an approval or has one before it: from the moment of the submit, not only once
 * somebody was asked, so that no workflow is quicker than the approval.
 */
export async function decisionAwaited(
  { ports, steps }: Pick<Runtime, 'ports' | 'steps'>,
  { scope, run }: { scope: CompanyScope; run: Pick<Run, 'id' | 'submissionId'> },
): Promise<boolean> {
  for (const other of await ports.stores.of(scope).runs.allActiveOf(run.submissionId)) {
    if (other.id === run.id) continue
    const { workflowId, workflowVersion: version } = other
    const graph = (await ports.versions.workflow({ scope, workflowId, version }))?.graph
    if (graph === undefined) continue
    const ahead = other.tokens.flatMap(({ stepId }) => [...reachableFrom(graph, stepId)])
    if (ahead.some((id) => steps[graph.steps[id]?.kind ?? '']?.definition.decides === true)) return true
  }
  return false
}
