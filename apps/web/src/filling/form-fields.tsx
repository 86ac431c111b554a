import { visibleFields } from '@fieldledger/forms'
import { Stack } from '@mantine/core'
import { useFilling } from './filling-context.ts'
import classes from './form-fields.module.css'
import { FieldInput } from './inputs/field-input.tsx'

/** Every field that shows for what is filled in so far. */
export function FormFields() {
  const { content, values, errors } = useFilling()
  return (
    <Stack gap="lg" className={classes.fields ?? ''}>
      {visibleFields(content.fields, values).map((field) => (
        <div key={field.id} data-field={field.id} data-refused={errors[field.id] !== undefined}>
          <FieldInput field={field} />
        </div>
      ))}
    </Stack>
  )
}
