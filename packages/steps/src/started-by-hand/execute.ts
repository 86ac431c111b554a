import type { StepExecutor } from '@fieldledger/workflow'
import type { byHand } from './definition.ts'

export const execute: StepExecutor<typeof byHand> = () => ({ next: 'leave', outlet: 'next' })
