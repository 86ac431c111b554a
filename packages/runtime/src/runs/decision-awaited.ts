import { type CompanyScope, reachableFrom } from '@fieldledger/workflow'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'

/**
 * Another run of the same form stands at an approval or has one before it: from the moment of the submit, not only once
 * somebody was asked, so that no workflow is quicker than the approval. The run that its page shows counts also when a
 * person has stopped it: nobody has decided by that.
 */
export async function decisionAwaited(
  { ports, steps }: Pick<Runtime, 'ports' | 'steps'>,
  at: { scope: CompanyScope; run: Pick<Run, 'id' | 'submissionId'>; shown: string | undefined },
): Promise<boolean> {
  const { scope, run, shown } = at
  const { runs } = ports.stores.of(scope)
  const active = await runs.allActiveOf(run.submissionId)
  const isOver = shown !== undefined && active.every(({ id }) => id !== shown)
  const ended = isOver ? await runs.get(shown) : undefined
  for (const other of ended === undefined ? active : [...active, ended]) {
    if (other.id === run.id) continue
    const { workflowId, workflowVersion: version } = other
    const graph = (await ports.versions.workflow({ scope, workflowId, version }))?.graph
    if (graph === undefined) continue
    const ahead = other.tokens.flatMap(({ stepId }) => [...reachableFrom(graph, stepId)])
    if (ahead.some((id) => steps[graph.steps[id]?.kind ?? '']?.definition.decides === true)) return true
  }
  return false
}
