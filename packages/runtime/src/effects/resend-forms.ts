import { companyScope } from '@fieldledger/workflow'
import { loadDraft } from '../documents/load-draft.ts'
import { sendingRequest } from '../documents/sending-request.ts'
import { NoConnection, RuntimeRefusal } from '../errors/runtime-errors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { foreseeSend } from './foresee-send.ts'
import { sendDocument } from './send-document.ts'

export interface ResendForms extends PersonalUseCase {
  connectionId: string
  submissionIds: readonly string[]
  /** Only says what would happen. */
  dryRun: boolean
}

/** What sending one of them does, or would do. */
export interface Resent {
  submissionId: string
  number: string
  does: 'send' | 'hold' | 'update' | 'skip' | 'under-way' | 'stopped' | 'refuse'
  /** What holds or refuses it, in plain words; the number there of what is there. */
  message: string
}

/** "Resend all": each by the same door as "Send to …"; one that cannot be sent says why and lets the others pass. */
export async function resendForms(input: ResendForms): Promise<Resent[]> {
  const answers: Resent[] = []
  for (const submissionId of input.submissionIds) answers.push(await resend(input, submissionId))
  return answers
}

const leaving: readonly Resent['does'][] = ['send', 'hold', 'update']

async function resend(input: ResendForms, submissionId: string): Promise<Resent> {
  try {
    const foreseen = await foresee(input, submissionId)
    if (!input.dryRun && leaving.includes(foreseen.does)) await sendDocument({ ...input, submissionId })
    return foreseen
  } catch (error) {
    if (error instanceof RuntimeRefusal)
      return { submissionId, number: '', does: 'refuse', message: error.message }
    throw error
  }
}

async function foresee(input: ResendForms, submissionId: string): Promise<Resent> {
  const { runtime, companyId, connectionId } = input
  const scope = companyScope(companyId)
  const { submission, connection, request } = await sendingRequest({
    runtime,
    scope,
    submissionId,
    connectionId,
  })
  const number = submission.number ?? submission.formName
  if (connection.state !== 'active')
    return { submissionId, number, does: 'refuse', message: new NoConnection().message }
  if (submission.status !== 'approved')
    return { submissionId, number, does: 'refuse', message: `It is ${submission.status}, not approved.` }
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmission(submissionId)
  const { revision } = submission
  const foreseen = foreseeSend({ effects, request, revision })
  if (foreseen.does !== 'send' && foreseen.does !== 'update')
    return { submissionId, number, does: foreseen.does, message: 'number' in foreseen ? foreseen.number : '' }
  const { problems } = await loadDraft({ runtime, scope, submission, request, connection })
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  return {
    submissionId,
    number,
    does: errors.length > 0 ? 'hold' : foreseen.does,
    message: errors.join(' '),
  }
}
