import type { RunWalk } from '@fieldledger/contract'
import type { Run } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { summariseRuns } from './list-runs.ts'
import { turnsAwaited } from './turns-awaited.ts'
import { visitsOf } from './visits-of.ts'

/** The run on its own version of the workflow: each arrival at a step, what it left and what it waits for. */
export async function viewWalk(
  services: Services,
  { scope, person, run }: { scope: CompanyScope; person: CompanyPerson; run: Run },
): Promise<RunWalk> {
  const { ports } = services.runtime
  const store = ports.stores.of(scope)
  const { formId, workflowId, submissionId } = run
  const [[summary], workflow, form, results, tasks, effects, awaited] = await Promise.all([
    summariseRuns(services, { scope, person, runs: [run] }),
    ports.versions.workflow({ scope, workflowId, version: run.workflowVersion }),
    ports.versions.form({ scope, formId, version: run.formVersion }),
    store.runs.results(run.id),
    store.tasks.list({ runId: run.id }),
    store.effects.ofSubmissions([submissionId]),
    turnsAwaited(store, run.id),
  ])
  if (summary === undefined || workflow === undefined || form === undefined) throw new Missing()
  const { graph } = workflow
  const own = effects.filter(({ requestedBy }) => requestedBy.runId === run.id)
  return {
    ...summary,
    formId,
    revision: run.revision,
    content: form.content,
    graph,
    visits: visitsOf({ run, graph, results, tasks, effects: own }).map((visit) => {
      const waitsFor = awaited.get(`${visit.stepId} ${visit.visit}`)
      return waitsFor === undefined ? visit : { ...visit, waitsFor }
    }),
  }
}
