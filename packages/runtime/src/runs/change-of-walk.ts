import type { SubmissionValues } from '@fieldledger/forms'
import type { SubmissionChange } from '../ports/submission-store.ts'
import type { PlacedChange, WalkEnd } from './run-walk.ts'

type Walk = Pick<WalkEnd, 'changes' | 'submission'>

const touching: readonly PlacedChange['change'][] = [
  'move-status',
  'set-label',
  'name-responsible',
  'write-field',
  'keep-document',
]

/** What the steps of a walk changed on the submission itself; undefined = nothing. */
export function changeOfWalk(walked: Walk): SubmissionChange | undefined {
  if (!walked.changes.some(({ change }) => touching.includes(change))) return undefined
  const { status, label, responsible } = walked.submission
  return {
    status,
    ...(label === undefined ? {} : { label }),
    ...(responsible === undefined ? {} : { responsible }),
    ...fieldsSet(walked),
    ...documentsKept(walked),
  }
}

function fieldsSet({ changes, submission }: Walk): SubmissionChange {
  const fieldValues: SubmissionValues = {}
  for (const change of changes) if (change.change === 'write-field') fieldValues[change.field] = change.value
  return Object.keys(fieldValues).length === 0 ? {} : { fieldValues, totals: submission.totals }
}

function documentsKept({ changes }: Walk): SubmissionChange {
  const documents: NonNullable<SubmissionChange['documents']> = {}
  for (const change of changes)
    if (change.change === 'keep-document') documents[change.at.stepId] = change.document
  return Object.keys(documents).length === 0 ? {} : { documents }
}
