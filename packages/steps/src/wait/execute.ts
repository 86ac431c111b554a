import type { StepExecutor, StepOutcome } from '@fieldledger/workflow'
import type { wait } from './definition.ts'
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
  if (until <= now) return { next: 'leave', outlet: 'next' }
  return {
    next: 'wait',
    until,
    stamps: [
      {
        code: 'waiting',
        params: { until: end.setLocale('en').toFormat('d LLL yyyy, HH:mm') },
        once: `${step.id}:${step.since.getTime()}:waiting`,
      },
    ],
  }
}
