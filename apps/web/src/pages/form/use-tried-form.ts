import type { FormContent, ProposedVendor } from '@fieldledger/forms'
import { useMemo, useState } from 'react'
import type { Filling } from '../../filling/filling-context.ts'
import { initialValues } from '../../filling/initial-values.ts'
import { useSignedIn } from '../../session/me-context.ts'

/** A draft that is filled in to try it: the defaults follow the draft, and what was typed stays. */
export function useTriedForm(content: FormContent): Filling {
  const { company } = useSignedIn()
  const [typed, setTyped] = useState<Record<string, unknown>>({})
  const [proposedVendors, setProposed] = useState<ProposedVendor[]>([])
  const defaults = useMemo(() => initialValues(content, company.timeZone), [content, company.timeZone])
  const setValue: Filling['setValue'] = (fieldId, value) =>
    setTyped((before) => {
      const present = fieldId in before ? before[fieldId] : defaults[fieldId]
      return { ...before, [fieldId]: typeof value === 'function' ? value(present) : value }
    })
  return {
    formId: '',
    content,
    currency: company.currency,
    values: { ...defaults, ...typed },
    errors: {},
    proposedVendors,
    setValue,
    proposeVendor: (vendor) => setProposed([...proposedVendors, vendor]),
  }
}
