import type { StepExecutor } from '@fieldledger/workflow'
import type { onEvent } from './definition.ts'

export const execute: StepExecutor<typeof onEvent> = () => ({ next: 'leave', outlet: 'next' })
