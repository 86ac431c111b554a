import { companyScope, type Recipients } from '@fieldledger/workflow'
import { planSend } from '../effects/plan-send.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import { mailTo } from '../mail/mail-to.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Hint } from '../ports/submission-store.ts'
import type { PlacedChange, WalkEnd } from './run-walk.ts'

interface Checkpoint {
  runtime: Runtime
  run: Run
  walked: WalkEnd
}

/** Tokens, step results, timeline, status, tasks, notifications, effects, outbox: one transaction, or nothing. */
export async function checkpointRun({ runtime, run, walked }: Checkpoint): Promise<void> {
  const hints: Hint[] = [{ topic: 'submissions', id: run.submissionId }]
  const sends = walked.changes.some(({ change }) => change === 'send-document')
  await runtime.ports.stores.transact(companyScope(run.companyId), async (store) => {
    const owned = await store.runs.checkpoint({ run, ...walked, ...walked.standing })
    // Somebody else claimed, stopped or revised it meanwhile: what was walked here never happened.
    if (!owned) return
    await saveSubmission(store, { run, walked })
    for (const change of walked.changes) hints.push(...(await apply(store, { runtime, run, walked, change })))
    await store.timeline.append({
      submissionId: run.submissionId,
      stamps: walked.stamps,
      at: runtime.clock.now(),
    })
    if (walked.state === 'needs-attention') hints.push({ topic: 'attention' })
    failpoint('run.in-checkpoint')
    await store.outbox.post({ work: sends, hints })
  })
  if (sends) runtime.doorbell.ring()
}

async function saveSubmission(store: RuntimeStore, { run, walked }: Pick<Checkpoint, 'run' | 'walked'>) {
  const touched = walked.changes.some(({ change }) => change === 'move-status' || change === 'set-label')
  if (!touched) return
  const { status, label } = walked.submission
  await store.submissions.change({
    id: run.submissionId,
    change: { status, ...(label === undefined ? {} : { label }) },
  })
}

async function apply(
  store: RuntimeStore,
  { runtime, run, walked, change }: Checkpoint & { change: PlacedChange },
): Promise<Hint[]> {
  const { submissionId } = run
  const { at } = change
  switch (change.change) {
    case 'open-task': {
      const id = runtime.newId()
      const assignees = named(change.assignees, walked)
      const notBy = change.notBySubmitter === true ? walked.submission.submittedBy : undefined
      await store.tasks.insert([
        {
          id,
          companyId: run.companyId,
          kind: change.kind,
          submissionId,
          ...at,
          title: change.title,
          assignees,
          noteRequired: change.noteRequired,
          ...(notBy === undefined ? {} : { notBy }),
          state: 'open',
          openedAt: runtime.clock.now(),
        },
      ])
      if (change.mail === true)
        await mailTo(store, {
          runtime,
          recipients: assignees,
          except: notBy,
          submissionId,
          taskId: id,
          subject: change.title,
          text: `${change.title}: ${walked.submission.formName}.`,
        })
      return [{ topic: 'tasks' }]
    }
    case 'cancel-open-tasks':
      await store.tasks.cancelOpen({ submissionId, ...at })
      return [{ topic: 'tasks' }]
    case 'widen-open-tasks':
      await store.tasks.widenOpen({ submissionId, ...at, assignees: named(change.assignees, walked) })
      return [{ topic: 'tasks' }]
    case 'notify':
      await notify(store, { runtime, walked, notice: change })
      return [{ topic: 'notifications' }]
    case 'send-document':
      await planSend(store, {
        runtime,
        submission: walked.submission,
        request: change.request,
        requestedBy: at,
      })
      return []
    default:
      return []
  }
}

async function notify(
  store: RuntimeStore,
  told: Pick<Checkpoint, 'runtime' | 'walked'> & { notice: Extract<PlacedChange, { change: 'notify' }> },
): Promise<void> {
  const { runtime, walked, notice } = told
  const { id: submissionId, number, formName } = walked.submission
  const { text, by = 'app' } = notice
  const recipients = named(notice.recipients, walked)
  const at = runtime.clock.now()
  if (by !== 'mail')
    await store.notifications.insert([{ id: runtime.newId(), recipients, submissionId, text, at }])
  if (by !== 'app')
    await mailTo(store, { runtime, recipients, submissionId, subject: number ?? formName, text })
}

/** "Whoever submitted it" becomes that person, so that lists and notifications find them. */
function named(recipients: Recipients, { submission }: WalkEnd): Recipients {
  const { submitter, people } = recipients
  if (submitter !== true || people.includes(submission.submittedBy)) return recipients
  return { ...recipients, people: [...people, submission.submittedBy] }
}
