import { compileFormSchema, type FormContent } from '@fieldledger/forms'
import { formAjv } from '@fieldledger/forms/validator'
import standaloneCode from 'ajv/dist/standalone/index.js'

/** The form's schema compiled to one module without imports: the browser's policy forbids compiling there. */
export function standaloneValidator(content: FormContent): string {
  const ajv = formAjv({ code: { source: true, esm: true } })
  return standaloneCode(ajv, ajv.compile(compileFormSchema(content)))
}
