import type { Tracing } from '@fieldledger/egress'
import type { StepContext, StepRegistry } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { tracedSteps } from './traced-steps.ts'

function recorder() {
  const told: unknown[] = []
  const tracing: Tracing = {
    span: (named, doing) => {
      told.push(named)
      return doing({
        set: (attributes) => void told.push(attributes),
        rename: (name) => void told.push(name),
        fail: (code) => void told.push({ failed: code }),
      })
    },
    close: async () => undefined,
  }
  return { told, tracing }
}

test('a step’s span names its kind and its ids; a failed visit tells its code and not its sentence', async () => {
  const { told, tracing } = recorder()
  const error = { code: 'not-printed', message: 'The form of Smith & Sons is too long.', retryable: false }
  const pdf = { definition: {}, execute: async () => ({ next: 'fail', error }) }
  const steps = tracedSteps({ pdf } as unknown as StepRegistry, tracing)
  const context = { step: { id: 's_pdf001', visit: 2 }, submission: { id: 'f1' } } as unknown as StepContext
  expect(await steps.pdf?.execute({}, context)).toEqual({ next: 'fail', error })
  expect(told).toEqual([
    { name: 'step pdf', attributes: { step: 's_pdf001', visit: 2, submission: 'f1' } },
    { next: 'fail' },
    { failed: 'not-printed' },
  ])
})

test('without tracing the steps are the very same', () => {
  const steps: StepRegistry = {}
  expect(tracedSteps(steps, undefined)).toBe(steps)
})
