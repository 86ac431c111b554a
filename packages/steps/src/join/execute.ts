import type { StepExecutor } from '@fieldledger/workflow'
import type { join } from './definition.ts'

export const execute: StepExecutor<typeof join> = () => ({ next: 'meet', outlet: 'next' })
