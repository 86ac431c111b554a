import { companyScope, type StepContext, type Token } from '@fieldledger/workflow'
import { deliveryOf } from '../effects/delivery.ts'
import { deliveryOfParts } from '../effects/delivery-of-parts.ts'
import { nextForm } from '../links/next-form.ts'
import { decisionAwaited } from './decision-awaited.ts'
import { printOfStep } from './print-of-step.ts'
import { requestOfStep } from './request-of-step.ts'
import type { Walked, WalkInputs } from './run-walk.ts'

/** What the step where a token stands may see. */
export function contextOfStep(
  walked: Walked,
  at: { inputs: WalkInputs; token: Token; stepName: string },
): StepContext {
  const { inputs, token } = at
  const { runtime, run } = inputs
  const { stepId, visit, since, memo, triedAnew } = token
  const here = { runId: run.id, stepId, visit }
  const scope = companyScope(run.companyId)
  return {
    step: { id: stepId, name: at.stepName, visit, since, ...(memo === undefined ? {} : { memo }) },
    now: inputs.now,
    submission: walked.submission,
    form: inputs.form,
    tasks: inputs.tasks.filter((task) => task.stepId === stepId && task.visit === visit),
    connections: inputs.connections,
    given: run.given ?? {},
    approvalStands: run.approvalStands === true,
    personName: (id) => inputs.names.get(id) ?? 'Somebody',
    async timeZone() {
      return (await runtime.ports.people.company({ scope })).timeZone
    },
    supervisorOf: (personId) => runtime.ports.people.supervisor({ scope, personId }),
    decisionAwaited: () => decisionAwaited(runtime, { scope, run, shown: walked.submission.runId }),
    names: (ids) => runtime.ports.lookups.catalogue.names({ scope, ids }),
    request: requestOfStep(runtime, { scope, here: { ...here, triedAnew } }),
    print: printOfStep(runtime, { scope, submission: walked.submission }),
    nextForm: (formId) =>
      nextForm(runtime, { run, stepId, visit, formId, currency: walked.submission.currency }),
    async delivery(request) {
      const { submission } = walked
      const store = runtime.ports.stores.of(scope)
      const ofParts = await deliveryOfParts(store, { submission, request, here })
      return ofParts ?? deliveryOf({ effects: inputs.effects, request, revision: submission.revision, here })
    },
  }
}
