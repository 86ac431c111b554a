import { compileFormSchema, type FormContent } from '@fieldledger/forms'
import { formAjv } from '@fieldledger/forms/validator'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { ValidatorNotStandalone } from './validator-not-standalone.ts'

/** What ajv's code asks of its own package, as text: a module without imports is cached as one and works offline. */
const inlined: Readonly<Record<string, string>> = {
  'require("ajv/dist/runtime/ucs2length").default': '((text) => [...text].length)',
  'require("ajv-formats/dist/formats").fullFormats.uuid': String(fullFormats.uuid),
  'require("ajv-formats/dist/formats").fullFormats.date': `({ validate: (text) => {
  const [, year, month, day] = /^(\\d{4})-(\\d\\d)-(\\d\\d)$/.exec(text) ?? []
  return day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
} })`,
}

/** The form's schema compiled to one module: the browser's policy forbids compiling there. */
export function standaloneValidator(content: FormContent): string {
  const ajv = formAjv({ code: { source: true, esm: true } })
  const code = standaloneCode(ajv, ajv.compile(compileFormSchema(content)))
  const alone = Object.entries(inlined).reduce((text, [call, body]) => text.replaceAll(call, body), code)
  const [left] = /require\([^)]*\)[.\w]*/.exec(alone) ?? []
  if (left !== undefined) throw new ValidatorNotStandalone(left)
  return alone
}
