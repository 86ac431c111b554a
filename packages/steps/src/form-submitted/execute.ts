import type { StepExecutor } from '@fieldledger/workflow'
import type { formSubmitted } from './definition.ts'

export const execute: StepExecutor<typeof formSubmitted> = () => ({ next: 'leave', outlet: 'next' })
