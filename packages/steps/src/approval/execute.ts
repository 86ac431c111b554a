import {
  deciderName,
  type Recipients,
  type StepChange,
  type StepContext,
  type StepExecutor,
  type StepOutcome,
  type Task,
} from '@fieldledger/workflow'
import { listInWords } from '../describe-recipients.ts'
import { nameRecipients } from '../name-recipients.ts'
import { timersDue } from './approval-timers.ts'
import type { ApprovalConfig, approval } from './definition.ts'
import { wantedBy, whoDecides } from './who-decides.ts'

export const execute: StepExecutor<typeof approval> = async (config, context) => {
  const { tasks, approvalStands } = context
  if (tasks.length === 0 && approvalStands === true) return stands(config)
  if (tasks.length === 0) return ask(config, context)
  const rejection = tasks.find(({ decision }) => decision?.choice === 'reject')
  if (rejection) return leave('rejected', { config, deciding: rejection, by: [rejection] })
  const approvals = tasks.filter(({ decision }) => decision?.choice === 'approve')
  const wanted = config.mode === 'all' ? tasks.length : 1
  const last = approvals.at(-1)
  return last !== undefined && approvals.length >= wanted
    ? leave('approved', { config, deciding: last, by: approvals })
    : { next: 'wait', ...timersDue({ ...config, approvers: stillAsked(tasks) }, context) }
}

async function ask(config: ApprovalConfig, context: StepContext): Promise<StepOutcome> {
  const { step, submission } = context
  const who = await whoDecides(config, context)
  if ('error' in who) return { next: 'fail', error: who.error }
  const { asked } = who
  const { until } = timersDue({ ...config, approvers: asked }, context)
  const slots = config.mode === 'all' ? oneEach(asked) : [asked]
  const wanted = wantedBy(config)
  return {
    next: 'wait',
    ...(until === undefined ? {} : { until }),
    stamps: [
      { code: 'approval-asked', params: { who: await nameRecipients(asked, context), step: step.name } },
    ],
    changes: slots.map((assignees) => ({
      change: 'open-task',
      kind: 'approval',
      title: `Approve ${submission.number ?? submission.formName}`,
      assignees,
      noteRequired: config.noteOnRejection,
      ...(wanted > 1 ? { wanted } : {}),
      ...(slots.length > 1 ? { among: slots.length } : {}),
      ...(config.mail === true ? { mail: true } : {}),
      ...(config.notBySubmitter === true ? { notBySubmitter: true } : {}),
    })),
  }
}

// "All of": each named person and each named role has a task of their own.
function oneEach(approvers: Recipients): Recipients[] {
  return [
    ...approvers.roles.map((role): Recipients => ({ roles: [role], people: [] })),
    ...approvers.people.map((person): Recipients => ({ roles: [], people: [person] })),
    ...(approvers.submitter === true ? [{ roles: [], people: [], submitter: true }] : []),
  ]
}

function stillAsked(tasks: readonly Task[]): Recipients {
  const open = tasks.filter(({ state }) => state === 'open').map(({ assignees }) => assignees)
  return {
    roles: [...new Set(open.flatMap(({ roles }) => roles))],
    people: [...new Set(open.flatMap(({ people }) => people))],
  }
}

function leave(
  outlet: 'approved' | 'rejected',
  from: { config: ApprovalConfig; deciding: Task; by: readonly Task[] },
): StepOutcome {
  const { decision } = from.deciding
  const changes: StepChange[] = [{ change: 'cancel-open-tasks' }]
  if (from.config.final)
    changes.push({ change: 'move-status', move: outlet === 'approved' ? 'approve' : 'reject' })
  return {
    next: 'leave',
    outlet,
    stamps: [
      {
        code: outlet,
        params: { by: listInWords(decidersOf(from.by, decision?.choice)), note: decision?.note ?? '' },
      },
    ],
    changes,
  }
}

function decidersOf(tasks: readonly Task[], choice: string | undefined): string[] {
  const all = tasks.flatMap(({ votes, decision }) => votes ?? decision ?? [])
  return [...new Set(all.filter((vote) => vote.choice === choice).map(deciderName))]
}

/** A revision that changed nothing of what was approved is not asked about again (DESIGN §4). */
function stands(config: ApprovalConfig): StepOutcome {
  const note = 'Vendor, lines, accounts and total are as they were.'
  return {
    next: 'leave',
    outlet: 'approved',
    stamps: [{ code: 'approved', params: { by: 'the earlier approval', note } }],
    changes: config.final ? [{ change: 'move-status', move: 'approve' }] : [],
  }
}
