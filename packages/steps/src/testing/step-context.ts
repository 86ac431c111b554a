import type { FormContent, Submission } from '@fieldledger/forms'
import type { StepContext } from '@fieldledger/workflow'

const money = (minor: number) => ({ minor, currency: 'USD' })

export const sampleForm: FormContent = {
  name: 'Purchase order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [],
}

export const sampleSubmission: Submission = {
  id: 'submission-1',
  companyId: 'company-1',
  formId: 'form-1',
  formVersion: 1,
  formType: 'purchase-order',
  formName: 'Purchase order',
  number: 'PO-2026-0001',
  status: 'pending',
  revision: 1,
  values: {},
  currency: 'USD',
  totals: { net: money(100_000), tax: money(0), total: money(100_000) },
  submittedBy: 'person-1',
  submittedAt: new Date(0),
  updatedAt: new Date(0),
  timelineSeq: 1,
}

/** What a step sees, for its unit tests: nothing waits, nothing was sent, nobody answers. */
export function stepContext(
  given: Partial<Omit<StepContext, 'submission'>> & { submission?: Partial<Submission> } = {},
): StepContext {
  return {
    step: { id: 's_step1', name: 'Step', visit: 1, since: new Date(0) },
    now: new Date(0),
    form: sampleForm,
    tasks: [],
    connections: [],
    given: {},
    personName: (id) => id,
    timeZone: async () => 'UTC',
    names: async () => new Map(),
    supervisorOf: async () => undefined,
    decisionAwaited: async () => false,
    request: async () => ({
      state: 'failed',
      code: 'no-net',
      message: 'There is no net here.',
      retryable: true,
    }),
    print: async () => ({ refused: 'There is no printer here.', retryable: false }),
    nextForm: async () => undefined,
    delivery: async () => ({ state: 'none' }),
    ...given,
    submission: { ...sampleSubmission, ...given.submission },
  }
}
