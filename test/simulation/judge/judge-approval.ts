import type { Plan } from '../world/plan.ts'
import type { EffectRow, OurBooks, SubmissionRow } from './books-row.ts'
import { Violation } from './violation.ts'

interface Judged {
  ours: OurBooks
  plan: Plan
}

/** What the form says of itself is what its timeline says, and nobody sends what nobody approved. */
export function judgeApproval({ ours, plan }: Judged, submission: SubmissionRow): void {
  judgeStatus({ ours, plan }, submission)
  if (plan.scene.approval !== true) return
  const approved = approvedRevisions(ours, submission)
  for (const effect of ours.effects())
    if (effect.submissionId === submission._id && wentOut(effect) && !approved.has(effect.revision))
      throw new Violation(
        'no revision is in a ledger that nobody approved',
        `${submission._id}: ${effect.operation} of revision ${effect.revision}, approved: ${[...approved].join(' ')}`,
      )
}

function judgeStatus({ ours, plan }: Judged, submission: SubmissionRow): void {
  const moved = ours
    .timeline()
    .filter(({ submissionId, code }) => submissionId === submission._id && code === 'status-changed')
    .toSorted((left, right) => left.seq - right.seq)
  const told = moved.at(-1)?.params.to ?? beginsAs(plan, submission)
  if (told !== submission.status)
    throw new Violation(
      'the status is the one that was stamped last',
      `${submission._id}: ${submission.status}, stamped ${String(told)}`,
    )
}

function beginsAs({ scene }: Plan, { madeFrom }: SubmissionRow): SubmissionRow['status'] {
  return scene.approval === true && madeFrom === undefined ? 'pending' : 'approved'
}

/** What a person said yes to, and what differs from that in nothing that is approved. */
function approvedRevisions(ours: OurBooks, { _id, revision, totals, madeFrom }: SubmissionRow): Set<number> {
  const runs = new Map(ours.runs().map((run) => [run._id, run]))
  const approved = new Set<number>()
  for (const { submissionId, kind, runId, decision } of ours.tasks())
    if (submissionId === _id && kind === 'approval' && decision?.choice === 'approve')
      approved.add(runs.get(runId ?? '')?.revision ?? 0)
  // It comes of a form that was approved, at its first revision.
  const form = ours.submissions().find((one) => one._id === madeFrom)
  if (form !== undefined && approvedRevisions(ours, form).has(form.revision)) approved.add(1)
  const nets = new Map([[revision, totals.net.minor]])
  for (const older of ours.revisions())
    if (older.submissionId === _id) nets.set(older.revision, older.totals.net.minor)
  for (let next = 2; next <= revision; next += 1)
    if (approved.has(next - 1) && nets.get(next) === nets.get(next - 1)) approved.add(next)
  return approved
}

function wentOut({ operation, target, state, sentAt }: EffectRow): boolean {
  const sends = operation === 'create' || operation === 'update'
  return sends && target.kind === 'document' && state === 'confirmed' && sentAt !== undefined
}
