import {
  type FieldError,
  type FormContent,
  type ProposedVendor,
  readSubmission,
  type ValidateValues,
} from '@fieldledger/forms'
import { Alert } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../api/api-problem.ts'
import { sentenceOf } from '../api/sentence-of.ts'
import { type ErrorsByPath, errorsByPath } from './errors-by-path.ts'
import { type Filling, FillingContext } from './filling-context.ts'
import { focusFirstError } from './focus-first-error.ts'
import { FormFields } from './form-fields.tsx'
import { messages } from './messages.ts'
import { SubmitBar } from './submit-bar.tsx'
import { tidyValues } from './tidy-values.ts'

/** A form being filled in: checks here with the server's own rules, sends, and puts refusals beside their fields. */
export function FilledForm(props: {
  formId: string
  content: FormContent
  currency: string
  values: Record<string, unknown>
  proposedVendors: readonly ProposedVendor[]
  validate: ValidateValues | undefined
  guest?: Filling['guest']
  revised?: Filling['revised']
  submitLabel: string
  note?: string | undefined
  /** Stands between the last field and the button. */
  children?: ReactNode
  onChange: (values: Record<string, unknown>) => void
  onPropose: (vendors: ProposedVendor[]) => void
  /** Resolves when the server has acknowledged. */
  onSubmit: (values: Record<string, unknown>) => Promise<void>
}) {
  const [errors, setErrors] = useState<ErrorsByPath>({})
  const [refusals, setRefusals] = useState(0)
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const values = useRef(props.values)
  values.current = props.values
  useEffect(() => {
    if (refusals > 0 && form.current !== null) focusFirstError(form.current)
  }, [refusals])
  const refuse = (found: readonly Pick<FieldError, 'path' | 'message'>[]) => {
    setErrors(errorsByPath(found))
    setRefusals((count) => count + 1)
  }
  const setValue: Filling['setValue'] = (fieldId, value) => {
    const next = typeof value === 'function' ? value(values.current[fieldId]) : value
    values.current = { ...values.current, [fieldId]: next }
    setErrors((before) => withoutField(before, fieldId))
    props.onChange(values.current)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const tidy = tidyValues(props.values)
    // A table whose lines are all blank keeps them on screen: there is something to fill in.
    props.onChange({ ...onlyRows(props.values), ...tidy })
    setFailure(undefined)
    const { content, currency, validate } = props
    const read =
      validate === undefined ? undefined : readSubmission({ content, currency, validate, values: tidy })
    if (read !== undefined && 'errors' in read) return refuse(read.errors)
    setErrors({})
    setBusy(true)
    try {
      await props.onSubmit(tidy)
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length > 0) refuse(error.errors)
      else setFailure(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const proposeVendor: Filling['proposeVendor'] = (vendor) =>
    props.onPropose([...props.proposedVendors, vendor])
  const { formId, content, currency, proposedVendors } = props
  return (
    <FillingContext
      value={{
        formId,
        content,
        currency,
        values: props.values,
        errors,
        guest: props.guest,
        revised: props.revised,
        proposedVendors,
        setValue,
        proposeVendor,
      }}
    >
      <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
        <FormFields />
        {props.children}
        <SubmitBar label={props.submitLabel} busy={busy} note={props.note}>
          {failure || Object.keys(errors).length > 0 ? (
            <Alert color="red" role="alert" py={8}>
              {failure ?? messages.errorsTitle(Object.keys(errors).length)}
            </Alert>
          ) : null}
        </SubmitBar>
      </form>
    </FillingContext>
  )
}

function withoutField(errors: ErrorsByPath, fieldId: string): ErrorsByPath {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => path !== fieldId && !path.startsWith(`${fieldId}/`)),
  )
}

function onlyRows(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)))
}
