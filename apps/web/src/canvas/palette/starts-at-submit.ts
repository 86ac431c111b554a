import type { StepDefinition } from '@fieldledger/workflow'

export function startsAtSubmit({ starts, initial }: StepDefinition): boolean {
  return starts?.(initial({ formType: 'custom' })).on === 'submit'
}
