import type { ExecutableStep } from '@fieldledger/workflow'
import { execute as condition } from './condition/execute.ts'
import { execute as formSubmitted } from './form-submitted/execute.ts'
import { ofStoredConfig } from './of-stored-config.ts'
import { execute as setStatus } from './set-status/execute.ts'

/** Of the kinds that may need nothing but the form: what takes them while a form is saved need not be a worker. */
export const firstSteps: Readonly<Record<string, ExecutableStep['execute']>> = {
  'form-submitted': ofStoredConfig(formSubmitted),
  condition: ofStoredConfig(condition),
  'set-status': ofStoredConfig(setStatus),
}
