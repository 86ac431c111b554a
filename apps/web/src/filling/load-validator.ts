import type { ValidateValues } from '@fieldledger/forms'
import { plainAddress } from '../api/plain-address.ts'

interface StandaloneValidator {
  (values: unknown): boolean
  errors?: ReturnType<ValidateValues> | null
}

/**
 * The form version's own ajv validator as a module from our origin: the content security policy forbids compiling
 * one here. Undefined without a network: the server then says the same sentences.
 */
export async function loadValidator(formId: string, version: number): Promise<ValidateValues | undefined> {
  try {
    const address = `${location.origin}${plainAddress(`/forms/${formId}/validator.js?version=${version}`)}`
    const module = (await import(/* @vite-ignore */ address)) as { default: StandaloneValidator }
    const validate = module.default
    return (values) => (validate(values) ? [] : (validate.errors ?? []))
  } catch {
    return undefined
  }
}
