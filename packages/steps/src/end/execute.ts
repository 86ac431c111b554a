import type { StepExecutor } from '@fieldledger/workflow'
import type { end } from './definition.ts'

export const execute: StepExecutor<typeof end> = () => ({ next: 'end' })
