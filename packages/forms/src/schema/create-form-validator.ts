import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import type { FormContent } from '../form/form.ts'
import { compileFormSchema } from './compile-form-schema.ts'

/** Says what is wrong with the shape of values; an empty list means that they fit the form's schema. */
export type ValidateValues = (values: unknown) => readonly ErrorObject[]

/** The server's validator. Browsers load the same schema compiled to a module of its own (strict CSP). */
export function createFormValidator(content: FormContent): ValidateValues {
  const validate = formAjv().compile(compileFormSchema(content))
  return (values) => (validate(values) ? [] : (validate.errors ?? []))
}

/** Settings shared by the server's validator and the standalone module, so that both refuse the same. */
export function formAjv(options: { code?: { source: true; esm: true } } = {}): Ajv {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, ...options })
  addFormats.default(ajv, ['date', 'uuid'])
  return ajv
}
