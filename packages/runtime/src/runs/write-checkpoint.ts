import { failpoint } from '../failpoints/failpoint.ts'
import type { Checkpoint } from '../ports/checkpoint.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Hint } from '../ports/submission-store.ts'
import { StatusMoved } from './status-moved.ts'

/**
 * What a walk writes, record by record, inside of one transaction; false = somebody else claimed, stopped or revised the
 * run meanwhile, so what was walked never happened. `also` is what has to be decided here: it answers whom else to tell.
 * `behind` decides what stamps behind the walk's own stamps.
 */
export async function writeCheckpoint(
  store: RuntimeStore,
  {
    checkpoint,
    also,
    behind,
  }: { checkpoint: Checkpoint; also?: () => Promise<Hint[]>; behind?: () => Promise<Hint[]> },
): Promise<boolean> {
  const { submission, change, at } = checkpoint
  if (!(await store.runs.checkpoint(checkpoint.run))) return false
  const { id, status } = submission
  if (change !== undefined && !(await store.submissions.change({ id, status, change })))
    throw new StatusMoved()
  const hints = (await also?.()) ?? []
  await store.timeline.append({
    submissionId: id,
    stamps: checkpoint.stamps,
    at,
    causedBy: checkpoint.run.run.id,
  })
  hints.push(...((await behind?.()) ?? []))
  failpoint('run.in-checkpoint')
  await store.outbox.post({ work: checkpoint.work, hints: [...checkpoint.hints, ...hints] })
  return true
}
