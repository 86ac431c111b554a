import type { Submission } from '@fieldledger/forms'
import type { CompanyScope, StepContext } from '@fieldledger/workflow'
import { printedForm } from '../documents/printed-form.ts'
import type { Runtime } from '../ports/runtime.ts'

/** The form as a file, as it stands at this step. */
export function printOfStep(
  runtime: Runtime,
  { scope, submission }: { scope: CompanyScope; submission: Submission },
): StepContext['print'] {
  return async () => {
    if (runtime.printer === undefined)
      return { refused: 'This process prints nothing: start a worker, then try again.', retryable: true }
    try {
      return await runtime.printer.print({
        scope,
        printed: await printedForm({ runtime, scope, submission }),
      })
    } catch (error) {
      if (!(error instanceof Error) || !('retryable' in error)) throw error
      return { refused: error.message, retryable: error.retryable === true }
    }
  }
}
