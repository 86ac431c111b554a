import { DocumentRejected, documentCapability, type LedgerFile, type NotTaken } from '@fieldledger/accounting'
import { attachedFiles } from '@fieldledger/forms'
import { sentBy } from '../documents/sent-by.ts'
import { loadForm } from '../values/form-versions.ts'
import { callScope, type EffectWork } from './effect-work.ts'

/**
 * Notes, comments and files stand beside the document there (decision 0012). They are brought once it is confirmed and
 * before it is read back: a crash or a failure in between leaves the reading back due, which brings them again, and the
 * ledger is asked first what is there. So none is lost, and none stands there twice.
 */
export async function bringBeside(work: EffectWork): Promise<NotTaken[]> {
  const { effect, connection } = work
  const { target, confirmation } = effect
  if (target.kind !== 'document' || confirmation === undefined) return []
  const there = documentCapability(connection.capabilities, target.documentKind)
  const notes = [
    ...(there?.notesBeside === true ? (sentBy(effect)?.notes ?? []) : []),
    ...(there?.commentsBeside === true ? await commentsOf(work) : []),
  ]
  const files = there?.files === undefined ? [] : await filesOf(work)
  if (notes.length + files.length === 0) return []
  const { reference } = confirmation
  try {
    const { notTaken } = await work.driver.run({
      operation: 'document.attach',
      input: { kind: target.documentKind, reference, notes, files },
      scope: callScope(work),
    })
    return notTaken
  } catch (error) {
    // The document stands, whatever becomes of what is beside it.
    if (error instanceof DocumentRejected) return [{ what: 'Notes and files', why: error.message }]
    throw error
  }
}

async function commentsOf({ runtime, scope, effect }: EffectWork): Promise<string[]> {
  const { submissionId } = effect
  if (submissionId === null) return []
  const entries = await runtime.ports.stores.of(scope).timeline.read({ submissionId })
  return entries.filter(({ code }) => code === 'commented').map(({ params }) => String(params.text))
}

async function filesOf({ runtime, scope, effect }: EffectWork): Promise<LedgerFile[]> {
  const { submissionId: id, revision } = effect
  if (id === null) return []
  const submission = await runtime.ports.stores.of(scope).submissions.atRevision({ id, revision })
  if (submission === undefined) return []
  const { formId, formVersion, values } = submission
  const { content } = await loadForm({ runtime, scope, formId, version: formVersion })
  return attachedFiles(content, values)
}
