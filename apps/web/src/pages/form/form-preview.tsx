import type { FormContent, ProposedVendor } from '@fieldledger/forms'
import { Paper, Title } from '@mantine/core'
import { useState } from 'react'
import { type Filling, FillingContext } from '../../filling/filling-context.ts'
import { FormFields } from '../../filling/form-fields.tsx'
import { initialValues } from '../../filling/initial-values.ts'
import { useSignedIn } from '../../session/me-context.ts'
import classes from './form-preview.module.css'

/** The draft as people will see it; it can be tried, nothing is sent. */
export function FormPreview({ content, phone }: { content: FormContent; phone: boolean }) {
  const { company } = useSignedIn()
  const [values, setValues] = useState(() => initialValues(content, company.timeZone))
  const [proposedVendors, setProposed] = useState<ProposedVendor[]>([])
  const setValue: Filling['setValue'] = (fieldId, value) =>
    setValues((before) => ({
      ...before,
      [fieldId]: typeof value === 'function' ? value(before[fieldId]) : value,
    }))
  const filling: Filling = {
    formId: '',
    content,
    currency: company.currency,
    values,
    errors: {},
    proposedVendors,
    setValue,
    proposeVendor: (vendor, fieldId) => {
      setProposed([...proposedVendors, vendor])
      setValue(fieldId, [vendor.id])
    },
  }
  return (
    <Paper className={phone ? classes.phone : classes.desktop} p="md">
      <Title order={2} mb="md">
        {content.name}
      </Title>
      <FillingContext value={filling}>
        <FormFields />
      </FillingContext>
    </Paper>
  )
}
