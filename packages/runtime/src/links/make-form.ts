import type { Submission } from '@fieldledger/forms'
import { companyScope, type FormToMake, type Recipients, type Task } from '@fieldledger/workflow'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Hint } from '../ports/submission-store.ts'
import { asksApproval, newestWorkflow, newRun } from '../runs/start-run.ts'
import { giveNumber } from '../submit/give-number.ts'
import { yearIn } from '../submit/year-in.ts'
import { type ActedStamp, byStep, bySystem } from '../timeline/actors.ts'
import { formOfVisit } from './form-of-visit.ts'
import { linkParams, noteOnOrder } from './note-on-order.ts'
import { partsOfSplit } from './parts-of-split.ts'

interface MakeForm {
  runtime: Runtime
  run: Run
  /** What it is made from. */
  order: Submission
  at: { stepId: string; visit: number }
  form: FormToMake
  /** Who completes it, when it is a draft. */
  draftFor: Recipients | undefined
}

/** The form that a step wants made, in the transaction of its checkpoint; the same visit again makes nothing. */
export async function makeForm(store: RuntimeStore, making: MakeForm): Promise<Hint[]> {
  const { run, order, form } = making
  const { id, made } = await formOfVisit(store, { run, ...making.at, formId: form.formId })
  if (made !== undefined) return []
  const asked = await store.submissions.get(order.id)
  if (asked !== undefined && (await partsOfSplit(store, asked)).length > 0)
    return sayNothingRemains(store, making)
  const begun = await (making.draftFor === undefined ? submitted(making, id) : draft(making, id))
  const { submission, stamps } = begun
  if (!(await store.submissions.insert(submission))) return []
  await store.timeline.append({ submissionId: id, stamps, at: submission.submittedAt, causedBy: run.id })
  if (begun.run !== undefined) await store.runs.insert(begun.run)
  if (making.draftFor !== undefined)
    await store.tasks.insert([taskOf(making, { submissionId: id, assignees: making.draftFor })])
  await noteOnOrder(store, { orderId: order.id, stamp: begun.onOrder, at: submission.submittedAt })
  return [{ topic: 'submissions', id }, ...(begun.run === undefined ? [{ topic: 'tasks' as const }] : [])]
}

/** Its lines went to orders of their own since the step looked: what is made of them is made of those. */
async function sayNothingRemains(store: RuntimeStore, { runtime, order, form }: MakeForm): Promise<Hint[]> {
  const params = { form: form.content.name }
  const stamp: ActedStamp = { code: 'nothing-remains', params, actor: byStep(form.by) }
  await store.timeline.append({ submissionId: order.id, stamps: [stamp], at: runtime.clock.now() })
  return [{ topic: 'submissions', id: order.id }]
}

interface Begun {
  submission: Submission
  run?: Run | undefined
  stamps: ActedStamp[]
  onOrder: ActedStamp
}

async function submitted(making: MakeForm, id: string): Promise<Begun> {
  const { runtime, form, order } = making
  const scope = companyScope(order.companyId)
  const workflow = await newestWorkflow({ runtime, scope, formId: form.formId })
  const blank = blankOf(making, id)
  const { timeZone } = await runtime.ports.people.company({ scope })
  const number = await giveNumber({
    runtime,
    scope,
    formId: form.formId,
    pattern: form.content.numbering,
    year: yearIn({ timeZone, at: blank.submittedAt }),
    projectId: form.read.projectId,
  })
  const status = asksApproval(runtime, workflow) ? 'pending' : 'approved'
  const submission: Submission = { ...blank, number, status, revision: 1 }
  const run = newRun({ runtime, submission, workflow, depth: making.run.depth })
  const actor = byStep(form.by)
  return {
    submission: run === undefined ? submission : { ...submission, runId: run.id },
    run,
    stamps: [
      { code: 'submitted', params: { number }, actor },
      madeFrom(making),
      ...(status === 'approved'
        ? [{ code: 'status-changed' as const, params: { to: status }, actor: bySystem }]
        : []),
    ],
    onOrder: { code: 'form-made', params: linkParams(submission), actor },
  }
}

async function draft(making: MakeForm, id: string): Promise<Begun> {
  const { form } = making
  const submission: Submission = { ...blankOf(making, id), status: 'draft', revision: 0 }
  const params = { form: submission.formName, submission: id }
  return {
    submission,
    stamps: [madeFrom(making)],
    onOrder: { code: 'draft-made', params, actor: byStep(form.by) },
  }
}

function madeFrom({ order, form }: MakeForm): ActedStamp {
  return { code: 'made-from', params: linkParams(order), actor: byStep(form.by) }
}

function blankOf(
  { runtime, order, form }: MakeForm,
  id: string,
): Omit<Submission, 'status' | 'revision' | 'number'> {
  const now = runtime.clock.now()
  return {
    id,
    companyId: order.companyId,
    formId: form.formId,
    formVersion: form.version,
    formType: form.content.type,
    formName: form.content.name,
    ...form.read,
    madeFrom: order.id,
    currency: order.currency,
    submittedBy: order.submittedBy,
    submittedAt: now,
    updatedAt: now,
    timelineSeq: 0,
  }
}

function taskOf(
  { runtime, order, form }: MakeForm,
  { submissionId, assignees }: { submissionId: string; assignees: Recipients },
): Task {
  return {
    id: runtime.newId(),
    companyId: order.companyId,
    kind: 'edit-form',
    submissionId,
    title: `Complete ${form.content.name} from ${order.number ?? order.formName}`,
    assignees,
    noteRequired: false,
    state: 'open',
    openedAt: runtime.clock.now(),
  }
}
