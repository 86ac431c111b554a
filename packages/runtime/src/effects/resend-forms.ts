import type { Submission } from '@fieldledger/forms'
import { companyScope } from '@fieldledger/workflow'
import { allProblems } from '../documents/all-problems.ts'
import { draftedParts } from '../documents/drafted-parts.ts'
import { fixedThere } from '../documents/fixed-there.ts'
import type { LoadDraft } from '../documents/load-draft.ts'
import { sendingRequest } from '../documents/sending-request.ts'
import { NoConnection, RuntimeRefusal } from '../errors/runtime-errors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { foreseeSend } from './foresee-send.ts'
import { sendDocument } from './send-document.ts'

export interface ResendForms extends PersonalUseCase {
  connectionId: string
  submissionIds: readonly string[]
}

/** What sending one of them does, or would do. */
export interface Resent {
  submissionId: string
  number: string
  does: 'send' | 'hold' | 'update' | 'skip' | 'under-way' | 'stopped' | 'refuse'
  /** What holds or refuses it, in plain words; the number there of what is there. */
  message: string
}

/** So many are looked at together. */
const together = 10

/** What "Resend all" would do with each; nothing is sent. */
export async function foreseeResend(input: ResendForms): Promise<Resent[]> {
  const answers: Resent[] = []
  for (let from = 0; from < input.submissionIds.length; from += together) {
    const some = input.submissionIds.slice(from, from + together)
    answers.push(...(await Promise.all(some.map((id) => resent(input, { submissionId: id, send: false })))))
  }
  return answers
}

/** One of them by the same door as "Send to …"; one that cannot be sent says why and lets the others pass. */
export async function resent(
  input: Omit<ResendForms, 'submissionIds'>,
  { submissionId, send }: { submissionId: string; send: boolean },
): Promise<Resent> {
  try {
    const { draft, ...foreseen } = await foresee(input, submissionId)
    if (draft === undefined) return foreseen
    // What holds it is found by the one who sends it: drafted here too, each form would be drafted twice.
    if (!send) return { ...foreseen, ...(await heldBy({ ...draft, look: true })) }
    await sendDocument({ ...input, submissionId })
    return foreseen
  } catch (error) {
    if (error instanceof RuntimeRefusal)
      return { submissionId, number: '', does: 'refuse', message: error.message }
    throw error
  }
}

async function foresee(
  input: Omit<ResendForms, 'submissionIds'>,
  submissionId: string,
): Promise<Resent & { draft?: LoadDraft }> {
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
    return { submissionId, number, does: 'refuse', message: notApproved[submission.status] ?? laterOn }
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmission(submissionId)
  const { revision } = submission
  const foreseen = foreseeSend({ effects, request, revision })
  if (foreseen.does !== 'send' && foreseen.does !== 'update')
    return { submissionId, number, does: foreseen.does, message: 'number' in foreseen ? foreseen.number : '' }
  const draft = { runtime, scope, submission, request, connection, asked: { personId: input.person.id } }
  return { submissionId, number, does: foreseen.does, message: '', draft }
}

async function heldBy(draft: LoadDraft): Promise<Partial<Pick<Resent, 'does' | 'message'>>> {
  const { first, others } = await draftedParts(draft)
  const errors = [...(await fixedThere(draft, first)), ...allProblems([first, ...others])]
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
  return errors.length > 0 ? { does: 'hold', message: errors.join(' ') } : {}
}

const laterOn = 'It is not approved: open it to see what it waits for, and send it once it is approved.'

const notApproved: Partial<Record<Submission['status'], string>> = {
  draft: 'It was not submitted yet: open it, fill it in and submit it.',
  pending: 'It waits for approval: approve it under Tasks, or ask whoever approves; then it can be sent.',
  'in-revision': 'It was sent back for changes: have it changed and returned, then it can be sent.',
  rejected: 'It was rejected: revise it and have it approved, then it can be sent.',
  cancelled: 'It was cancelled, so it is not sent: submit a new form if it is wanted again.',
  closed: 'It is closed, so nothing of it is sent any more: look at its page for what is in the ledger.',
}
