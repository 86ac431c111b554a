import { createHash } from 'node:crypto'

export interface MakingVisit {
  /** What it is made from. */
  submissionId: string
  workflowId: string
  /** Empty for the form's first workflow, which is one and the same however often a revision or a replay repeats it. */
  startedBy: string
  stepId: string
  visit: number
  formId: string
}

/** The id of what this visit makes, whoever repeats it: a UUIDv7 with the order's own time. */
export function madeFormId(visit: MakingVisit, generation: number): string {
  const { submissionId, workflowId, startedBy, stepId, visit: count, formId } = visit
  const said = [submissionId, workflowId, startedBy, stepId, count, formId, generation].join('|')
  const digest = createHash('sha256').update(said).digest('hex')
  const time = submissionId.replaceAll('-', '').slice(0, 12)
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 3) | 8).toString(16)
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${digest.slice(0, 3)}`,
    `${variant}${digest.slice(4, 7)}`,
    digest.slice(7, 19),
  ].join('-')
}
