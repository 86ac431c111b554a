import { type ExecuteEffect, openWork, settle } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { settleNeedsPerson } from './settle-needs-person.ts'

/** It stopped its worker again and again: set aside for a person; the others go on. */
export async function quarantineEffect(input: ExecuteEffect): Promise<void> {
  const work = await openWork(input)
  if (work === undefined)
    return settle(input, {
      change: { waitingFor: 'connection', due: 'never' },
      hints: [{ topic: 'attention' }],
    })
  const { state } = work.effect
  if (state === 'unknown' || state === 'sending' || state === 'not-created')
    return settleNeedsPerson(work, 'Looking it up stopped the worker several times.')
  if (state !== 'planned')
    return settle(work, { change: { waitingFor: 'person', due: 'never' }, hints: [{ topic: 'attention' }] })
  return holdEffect(work, {
    problems: [
      {
        code: 'quarantined',
        severity: 'error',
        message:
          'Sending this document stopped the worker several times: look into the Integration Log, then try again.',
        cure: 'retry',
      },
    ],
  })
}
