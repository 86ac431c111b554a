import type { StepExecutor } from '@fieldledger/workflow'
import { parallel } from './definition.ts'

export const execute: StepExecutor<typeof parallel> = (config) => ({
  next: 'split',
  outlets: parallel.outlets(config).map(({ id }) => id),
})
