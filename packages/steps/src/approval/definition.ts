import { defineStep, Recipients } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Escalation, Reminders, timerProblems } from './approval-timers.ts'
import { deciderProblems, describeDeciders, namesNobody } from './who-decides.ts'

export const ApprovalConfig = Type.Object(
  {
    mode: Type.Union([Type.Literal('any'), Type.Literal('all'), Type.Literal('some')]),
    /** For "some": so many different people. */
    count: Type.Optional(Type.Integer({ minimum: 2, maximum: 20 })),
    approvers: Recipients,
    approverField: Type.Optional(Type.String({ maxLength: 40 })),
    supervisor: Type.Optional(Type.Boolean()),
    noteOnRejection: Type.Boolean(),
    /** Whoever submitted the form does not approve it, whatever their role. */
    notBySubmitter: Type.Optional(Type.Boolean()),
    /** Each approver gets a mail with the form and a link to decide. */
    mail: Type.Optional(Type.Boolean()),
    /** A final approval moves the document status to approved or rejected. */
    final: Type.Boolean(),
    reminders: Type.Optional(Reminders),
    escalate: Type.Optional(Escalation),
  },
  { additionalProperties: false },
)
export type ApprovalConfig = Type.Static<typeof ApprovalConfig>

export const approval = defineStep({
  kind: 'approval',
  title: 'Approval',
  description: 'Asks people to approve or reject the form.',
  group: 'People',
  icon: 'user-check',
  trigger: false,
  executable: false,
  decides: true,
  perProvider: false,
  config: ApprovalConfig,
  initial: (): ApprovalConfig => ({
    mode: 'any',
    approvers: { roles: ['approver'], people: [] },
    noteOnRejection: true,
    final: true,
  }),
  outlets: () => [
    { id: 'approved', label: 'Approved' },
    { id: 'rejected', label: 'Rejected' },
  ],
  summary: (config, { form }) =>
    namesNobody(config) ? 'Choose who approves' : `${howMany(config)} of ${describeDeciders(config, form)}`,
  problems(config, scope) {
    const found = deciderProblems(config, scope)
    if (!scope.outletsConnected.includes('approved'))
      found.push({
        code: 'approved-unconnected',
        severity: 'warning',
        message: 'Nothing happens after approval: connect the outlet "Approved" to the next step.',
      })
    return [...found, ...timerProblems(config)]
  },
  migrations: [],
})

function howMany({ mode, count = 2 }: ApprovalConfig): string {
  if (mode === 'some') return `${count}`
  return mode === 'any' ? 'Any' : 'All'
}
