import type { SubmissionChange } from '../ports/submission-store.ts'
import type { WalkEnd } from './run-walk.ts'

type Walk = Pick<WalkEnd, 'changes' | 'submission' | 'statusRead'>

/**
 * What the steps of a walk changed on the submission itself, and nothing that they only saw: several workflows walk one
 * form. undefined = nothing.
 */
export function changeOfWalk(walked: Walk): SubmissionChange | undefined {
  const { status, label, responsible } = walked.submission
  const has = (kind: string) => walked.changes.some(({ change }) => change === kind)
  const change: SubmissionChange = {
    ...(walked.statusRead === undefined ? {} : { status }),
    ...(has('set-label') && label !== undefined ? { label } : {}),
    ...(has('name-responsible') && responsible !== undefined ? { responsible } : {}),
    ...documentsKept(walked),
  }
  return Object.keys(change).length === 0 ? undefined : change
}

function documentsKept({ changes }: Walk): SubmissionChange {
  const documents: NonNullable<SubmissionChange['documents']> = {}
  for (const change of changes)
    if (change.change === 'keep-document') documents[change.at.stepId] = change.document
  return Object.keys(documents).length === 0 ? {} : { documents }
}
