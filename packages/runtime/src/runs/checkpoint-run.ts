import type { FormContent } from '@fieldledger/forms'
import { companyScope, type Recipients } from '@fieldledger/workflow'
import { withStandIns } from '../decide/with-stand-ins.ts'
import { planSend } from '../effects/plan-send.ts'
import { makeForm } from '../links/make-form.ts'
import { noteChangeOnOrder } from '../links/note-change-on-order.ts'
import { mailTo } from '../mail/mail-to.ts'
import type { Checkpoint } from '../ports/checkpoint.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Hint } from '../ports/submission-store.ts'
import { bySystem } from '../timeline/actors.ts'
import { changeOfWalk } from './change-of-walk.ts'
import type { PlacedChange, WalkEnd } from './run-walk.ts'
import { StatusMoved } from './status-moved.ts'
import { leaveTurn } from './take-turn.ts'
import { writeCheckpoint } from './write-checkpoint.ts'
import { writeField } from './write-field.ts'

interface CheckpointRun {
  runtime: Runtime
  run: Run
  form: FormContent
  walked: WalkEnd
}

/** These are written with the submission; whatever else a step changes is decided inside of the transaction. */
const ofTheSubmission: ReadonlySet<PlacedChange['change']> = new Set(['move-status', 'set-label'])

const makingWork: ReadonlySet<PlacedChange['change']> = new Set(['send-document', 'make-form', 'leave-turn'])

/**
 * Tokens, step results, timeline, status, tasks, notifications, effects, outbox: one transaction, or nothing. Walks that
 * decide nothing inside of it may share one with others; and as nothing else changed for them, they go on from what they
 * saw. rests = the claim is over; again = the status that the walk moved was moved by somebody else, and nothing is written.
 */
export async function checkpointRun(input: CheckpointRun): Promise<'goes-on' | 'rests' | 'again'> {
  try {
    return await save(input)
  } catch (error) {
    if (error instanceof StatusMoved) return 'again'
    throw error
  }
}

async function save(input: CheckpointRun): Promise<'goes-on' | 'rests'> {
  const { runtime, run, walked } = input
  const { stores } = runtime.ports
  const scope = companyScope(run.companyId)
  const deciding = walked.changes.filter(({ change }) => !ofTheSubmission.has(change))
  const rejected = isRejectedOfAnOrder(walked)
  if (deciding.length === 0 && !rejected) {
    const due = walked.leaving ? 'goes-on' : walked.due
    const saved = await stores.saveCheckpoint(scope, checkpointOf(input, due))
    return saved && walked.leaving ? 'goes-on' : 'rests'
  }
  const checkpoint = checkpointOf(input, walked.due)
  // In their order: a branch that makes a form of this one meets what the branch before it sent.
  const send = deciding.findIndex(({ change }) => change === 'send-document')
  const first = send < 0 ? deciding : deciding.slice(0, send)
  await stores.transact(scope, (store) =>
    writeCheckpoint(store, {
      checkpoint,
      also: async () => {
        const hints = await applyAll(store, { ...input, changes: first })
        return rejected ? [...hints, ...(await noteRejected(store, input))] : hints
      },
      // A form that is split by a send is closed, and its timeline says so after what led to it.
      behind: () => applyAll(store, { ...input, changes: deciding.slice(first.length) }),
    }),
  )
  if (checkpoint.work) runtime.doorbell.ring()
  return 'rests'
}

/** What was made from an order counts no more once it is rejected. */
function isRejectedOfAnOrder({ statusRead, submission }: WalkEnd): boolean {
  return statusRead !== undefined && submission.status === 'rejected' && submission.madeFrom !== undefined
}

function noteRejected(store: RuntimeStore, { runtime, walked }: CheckpointRun): Promise<Hint[]> {
  const before = { ...walked.submission, status: 'pending' as const }
  return noteChangeOnOrder(store, { before, how: 'rejected', actor: bySystem, at: runtime.clock.now() })
}

function checkpointOf({ runtime, run, walked }: CheckpointRun, due: Checkpoint['run']['due']): Checkpoint {
  const change = changeOfWalk(walked)
  return {
    run: { run, ...walked, ...walked.standing, due },
    submission: {
      id: run.submissionId,
      formId: run.formId,
      timelineSeq: walked.submission.timelineSeq,
      ...(walked.statusRead === undefined ? {} : { status: walked.statusRead }),
    },
    ...(change === undefined ? {} : { change }),
    stamps: walked.stamps,
    hints: [
      { topic: 'submissions', id: run.submissionId },
      ...(walked.state === 'needs-attention' ? [{ topic: 'attention' as const }] : []),
    ],
    work: walked.changes.some(({ change }) => makingWork.has(change)),
    at: runtime.clock.now(),
  }
}

async function applyAll(
  store: RuntimeStore,
  { changes, ...input }: CheckpointRun & { changes: readonly PlacedChange[] },
): Promise<Hint[]> {
  const hints: Hint[] = []
  for (const change of changes) hints.push(...(await apply(store, { ...input, change })))
  return hints
}

async function apply(
  store: RuntimeStore,
  { runtime, run, form: content, walked, change }: CheckpointRun & { change: PlacedChange },
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
          ...(change.wanted === undefined ? {} : { wanted: change.wanted }),
          ...(change.among === undefined ? {} : { among: change.among }),
          ...(notBy === undefined ? {} : { notBy }),
          ...(change.mail === true ? { mail: true } : {}),
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
          ...(change.kind === 'approval' ? { taskId: id, standIns: true } : {}),
          subject: change.title,
          text: [`${change.title}: ${walked.submission.formName}.`, change.mailText ?? '']
            .filter(Boolean)
            .join('\n\n'),
        })
      return [{ topic: 'tasks' }]
    }
    case 'leave-turn':
      await leaveTurn(store, at)
      return []
    case 'cancel-open-tasks':
      await store.tasks.cancelOpen({ submissionId, ...at })
      return [{ topic: 'tasks' }]
    case 'widen-open-tasks':
      await store.tasks.widenOpen({ submissionId, ...at, assignees: named(change.assignees, walked) })
      return [{ topic: 'tasks' }]
    case 'notify':
      await notify(store, { runtime, walked, notice: change })
      return [{ topic: 'notifications' }]
    case 'write-field':
      await writeField(store, { ...change, submission: walked.submission, form: content })
      return []
    case 'send-document':
      await planSend(store, {
        runtime,
        submission: walked.submission,
        request: change.request,
        requestedBy: at,
      })
      return []
    case 'make-form': {
      const { form } = change
      const draftFor = form.draftFor === undefined ? undefined : named(form.draftFor, walked)
      return makeForm(store, { runtime, run, order: walked.submission, at, form, draftFor })
    }
    default:
      return []
  }
}

async function notify(
  store: RuntimeStore,
  told: Pick<CheckpointRun, 'runtime' | 'walked'> & { notice: Extract<PlacedChange, { change: 'notify' }> },
): Promise<void> {
  const { runtime, walked, notice } = told
  const { id: submissionId, number, formName } = walked.submission
  const { text, by = 'app', files } = notice
  const meant = named(notice.recipients, walked)
  const at = runtime.clock.now()
  const recipients =
    notice.standIns === true
      ? withStandIns(meant, await runtime.ports.people.away({ scope: store.scope, at }))
      : meant
  if (by !== 'mail')
    await store.notifications.insert([{ id: runtime.newId(), recipients, submissionId, text, at }])
  if (by !== 'app')
    await mailTo(store, { runtime, recipients, submissionId, subject: number ?? formName, text, files })
}

/** "Whoever submitted it" becomes that person, so that lists and notifications find them. */
function named(recipients: Recipients, { submission }: WalkEnd): Recipients {
  const { submitter, people } = recipients
  if (submitter !== true || people.includes(submission.submittedBy)) return recipients
  return { ...recipients, people: [...people, submission.submittedBy] }
}
