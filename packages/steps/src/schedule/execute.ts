import type { StepExecutor } from '@fieldledger/workflow'
import type { schedule } from './definition.ts'

export const execute: StepExecutor<typeof schedule> = () => ({ next: 'leave', outlet: 'next' })
