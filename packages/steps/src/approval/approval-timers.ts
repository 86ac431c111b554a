import {
  type Problem,
  Recipients,
  type Stamp,
  type StepChange,
  type StepContext,
} from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeRecipients, isNobody } from '../describe-recipients.ts'

export const TimerUnit = Type.Union([Type.Literal('hours'), Type.Literal('days')])
export type TimerUnit = Type.Static<typeof TimerUnit>

const closed = { additionalProperties: false }
const amount = Type.Integer({ minimum: 1, maximum: 90 })

export const Reminders = Type.Object({ every: amount, unit: TimerUnit }, closed)
export type Reminders = Type.Static<typeof Reminders>

export const Escalation = Type.Object({ after: amount, unit: TimerUnit, to: Recipients }, closed)
export type Escalation = Type.Static<typeof Escalation>

/** What an approval does while nobody decides. */
export interface Timers {
  approvers: Recipients
  reminders?: Reminders
  escalate?: Escalation
}

/** What was done already, kept with the visit. */
interface Remembered {
  reminded: number
  escalated: boolean
}

export interface TimersDue {
  until?: Date
  memo?: Record<string, unknown>
  stamps?: Stamp[]
  changes?: StepChange[]
}

/** Reminders and the escalation that have come due, each once, and when to look again. */
export function timersDue(
  timers: Timers,
  { step, now, submission }: Pick<StepContext, 'step' | 'now' | 'submission'>,
): TimersDue {
  const { approvers, reminders, escalate } = timers
  if (reminders === undefined && escalate === undefined) return {}
  const { reminded, escalated } = remembered(step.memo)
  const waited = now.getTime() - step.since.getTime()
  const every = reminders === undefined ? undefined : inMs(reminders.every, reminders.unit)
  const after = escalate === undefined ? undefined : inMs(escalate.after, escalate.unit)
  const rounds = every === undefined ? 0 : Math.floor(waited / every)
  const reminds = rounds > reminded
  const escalates = after !== undefined && waited >= after && !escalated
  const name = submission.number ?? submission.formName
  const next = [
    every === undefined ? [] : [(rounds + 1) * every],
    after === undefined || escalated || escalates ? [] : [after],
  ].flat()
  return {
    ...(next.length === 0 ? {} : { until: new Date(step.since.getTime() + Math.min(...next)) }),
    memo: { reminded: Math.max(rounds, reminded), escalated: escalated || escalates },
    stamps: [
      ...(reminds
        ? [{ code: 'approval-reminded', params: { who: describeRecipients(approvers) } } as const]
        : []),
      ...(escalates && escalate !== undefined
        ? [{ code: 'approval-escalated', params: { who: describeRecipients(escalate.to) } } as const]
        : []),
    ],
    changes: [
      ...(reminds
        ? [
            {
              change: 'notify',
              recipients: approvers,
              text: `${name} still waits for your approval.`,
              standIns: true,
            } as const,
          ]
        : []),
      ...(escalates && escalate !== undefined
        ? ([
            { change: 'widen-open-tasks', assignees: escalate.to },
            {
              change: 'notify',
              recipients: escalate.to,
              text: `${name} was not decided in time and now waits for your approval too.`,
              standIns: true,
            },
          ] as const)
        : []),
    ],
  }
}

export function timerProblems({ escalate }: Pick<Timers, 'escalate'>): Problem[] {
  if (escalate === undefined || !isNobody(escalate.to)) return []
  return [
    {
      code: 'no-escalation',
      severity: 'error',
      message: 'Choose who may approve when nobody has decided in time, or turn it off.',
      place: 'escalate',
    },
  ]
}

function remembered(memo: Readonly<Record<string, unknown>> | undefined): Remembered {
  const { reminded, escalated } = memo ?? {}
  return { reminded: typeof reminded === 'number' ? reminded : 0, escalated: escalated === true }
}

function inMs(count: number, unit: TimerUnit): number {
  return count * (unit === 'hours' ? 3_600_000 : 86_400_000)
}
