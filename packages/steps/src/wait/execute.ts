import type { StepExecutor, StepOutcome } from '@fieldledger/workflow'
import type { WaitConfig, wait } from './definition.ts'
import { messages } from './messages.ts'
import { waitEnd } from './wait-end.ts'

export const execute: StepExecutor<typeof wait> = async (config, context): Promise<StepOutcome> => {
  const { step, submission, now } = context
  const zone = await context.timeZone()
  const end = waitEnd(config, { since: step.since, zone, values: submission.values })
  if (end === undefined) return { next: 'leave', outlet: 'next' }
  if (!end.isValid)
    return {
      next: 'fail',
      error: {
        code: 'no-such-time',
        message: `The time that this step waits for cannot be read (${end.invalidExplanation ?? zone}): correct the step or the company's time zone, then try again.`,
        retryable: false,
      },
    }
  const until = end.toJSDate()
  const shown = end.setLocale('en').toFormat('d LLL yyyy, HH:mm')
  if (until <= now)
    return {
      next: 'leave',
      outlet: 'next',
      used: [{ name: messages.usedUntil, value: `${shown} (${zone})` }],
    }
  return {
    next: 'wait',
    until,
    ...(goesByTheClock(config) ? { memo: { zone } } : {}),
    stamps: [
      {
        code: 'waiting',
        params: { until: shown },
        once: `${step.id}:${step.since.getTime()}:waiting`,
      },
    ],
  }
}

/** What depends on the company's time zone is looked at anew when it moves; minutes and hours are the same everywhere. */
function goesByTheClock({ until, unit }: WaitConfig): boolean {
  return until !== 'duration' || unit === 'days' || unit === 'weeks'
}
