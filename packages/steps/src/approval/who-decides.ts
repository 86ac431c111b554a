import type { FormContent } from '@fieldledger/forms'
import type {
  Problem,
  ProblemScope,
  Recipients,
  StaffMember,
  StepContext,
  StepError,
} from '@fieldledger/workflow'
import { isNobody, listInWords, recipientWords } from '../describe-recipients.ts'
import { peopleFields, peopleNamedIn } from '../people-fields.ts'
import { problemAt } from '../problem-at.ts'

export interface WhoDecides {
  approvers: Recipients
  /** Also whoever this field of the form names. */
  approverField?: string
  /** Also the supervisor of whoever submitted it. */
  supervisor?: boolean
  notBySubmitter?: boolean
  mode: 'any' | 'all' | 'some'
  count?: number
}

/** So many different people must approve the one task that is asked. */
export function wantedBy({ mode, count = 2 }: Pick<WhoDecides, 'mode' | 'count'>): number {
  return mode === 'some' ? count : 1
}

/** Everybody who is asked about this form by name or role; or why that cannot be said. */
export async function whoDecides(
  config: WhoDecides,
  context: Pick<StepContext, 'form' | 'submission' | 'step' | 'supervisorOf' | 'personName'>,
): Promise<{ asked: Recipients } | { error: StepError }> {
  const { approvers, approverField, supervisor, notBySubmitter } = config
  const { form, submission } = context
  const submitter = context.personName(submission.submittedBy)
  const named = approverField === undefined ? [] : peopleNamedIn(submission, approverField)
  if (approverField !== undefined && named.length === 0)
    return stuck(
      'nobody-named',
      `Nobody is named in "${labelOf(form, approverField)}": fill it in by revising the form.`,
    )
  const above = supervisor === true ? await context.supervisorOf(submission.submittedBy) : undefined
  if (supervisor === true && above === undefined)
    return stuck(
      'no-supervisor',
      `${submitter} has no supervisor who could approve: set one under People, then try again.`,
    )
  const all = new Set([...approvers.people, ...named, ...(above === undefined ? [] : [above.id])])
  if (notBySubmitter === true) all.delete(submission.submittedBy)
  const asked = { ...approvers, people: [...all] }
  if (isNobody(asked))
    return stuck(
      'nobody-may-approve',
      `Only ${submitter} would be asked, who submitted it and may not approve: name somebody else in "${context.step.name}", publish, then replay the run.`,
    )
  const wanted = wantedBy(config)
  if (asked.roles.length === 0 && asked.people.length < wanted)
    return stuck(
      'too-few-approvers',
      `${wanted} people must approve, and only ${asked.people.length} would be asked: name more of them in "${context.step.name}" or in the form.`,
    )
  return { asked }
}

/** "approvers, whoever "Manager" names and the submitter's supervisor" */
export function describeDeciders(who: WhoDecides, form: FormContent): string {
  return listInWords([
    ...recipientWords(who.approvers),
    ...(who.approverField === undefined ? [] : [`whoever "${labelOf(form, who.approverField)}" names`]),
    ...(who.supervisor === true ? ['the submitter’s supervisor'] : []),
  ])
}

export function namesNobody({ approvers, approverField, supervisor }: WhoDecides): boolean {
  return isNobody(approvers) && approverField === undefined && supervisor !== true
}

export function deciderProblems(
  who: WhoDecides,
  { form, unsupervised = [], staff }: Pick<ProblemScope, 'form' | 'unsupervised' | 'staff'>,
): Problem[] {
  const { approverField, supervisor } = who
  const found: Problem[] = []
  if (namesNobody(who))
    found.push(
      problemAt('approvers', {
        code: 'no-approver',
        message: 'Choose at least one role or person who approves.',
      }),
    )
  if (approverField !== undefined && !peopleFields(form).some(({ id }) => id === approverField))
    found.push(
      problemAt('approverField', {
        code: 'field-missing',
        message: 'The field that names the approver is gone: choose another one.',
      }),
    )
  if (who.notBySubmitter === true && who.approvers.submitter === true)
    found.push(
      problemAt('approvers', {
        code: 'submitter-both-ways',
        message: 'Whoever submitted the form is asked and may not decide: leave one of the two out.',
      }),
    )
  if (asksTooFew(who))
    found.push(
      problemAt('approvers', {
        code: 'too-few-approvers',
        message: 'More people must approve than are asked: name more of them.',
      }),
    )
  else if (!namesNobody(who) && staff !== undefined) found.push(...understaffed(who, staff))
  if (supervisor === true && unsupervised.length > 0)
    found.push({
      code: 'unsupervised',
      severity: 'warning',
      message: `${someOf(unsupervised)} no supervisor yet, so their forms would wait under Needs attention: set one under People.`,
      place: 'supervisor',
    })
  return found
}

/** Roles are filled and left while a workflow stands: a warning, and never in the way of publishing. */
function understaffed(who: WhoDecides, staff: readonly StaffMember[]): Problem[] {
  const { approvers, approverField, supervisor } = who
  if (approverField !== undefined || approvers.submitter === true) return []
  const able = staff.filter(({ id, role }) => approvers.people.includes(id) || approvers.roles.includes(role))
  const count = able.length + (supervisor === true ? 1 : 0)
  const wanted = wantedBy(who)
  if (count >= wanted) return []
  const message =
    count === 0
      ? 'Nobody works here who could approve: invite somebody under People, or choose others.'
      : `${wanted} people must approve, and only ${count} could: invite more under People, or ask for fewer.`
  return [{ code: 'understaffed', severity: 'warning', message, place: 'approvers' }]
}

// Of a role or a field nobody knows beforehand how many there will be.
function asksTooFew(who: WhoDecides): boolean {
  const { approvers, approverField, supervisor } = who
  if (namesNobody(who) || approvers.roles.length > 0 || approverField !== undefined) return false
  return approvers.people.length + (supervisor === true ? 1 : 0) < wantedBy(who)
}

function someOf(names: readonly string[]): string {
  if (names.length === 1) return `${names[0]} has`
  const shown = names.length <= 3 ? names : [...names.slice(0, 2), `${names.length - 2} more`]
  return `${listInWords(shown)} have`
}

function labelOf(form: FormContent, field: string): string {
  return peopleFields(form).find(({ id }) => id === field)?.label ?? 'a field that is gone'
}

function stuck(code: string, message: string): { error: StepError } {
  return { error: { code, message, retryable: false } }
}
