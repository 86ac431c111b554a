import type { StepExecutor } from '@fieldledger/workflow'
import type { webhook } from './definition.ts'

export const execute: StepExecutor<typeof webhook> = () => ({ next: 'leave', outlet: 'next' })
