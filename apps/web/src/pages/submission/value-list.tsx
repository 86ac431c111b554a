import type { SubmissionView } from '@fieldledger/contract'
import { visibleFields } from '@fieldledger/forms'
import { Stack, Text, Title } from '@mantine/core'
import { FieldValueText } from './field-value-text.tsx'
import classes from './value-list.module.css'

/** What was filled in, as the form version of that day has it. */
export function ValueList({
  submission,
}: {
  submission: Pick<SubmissionView, 'content' | 'values' | 'names'>
}) {
  const { content, values, names } = submission
  return (
    <Stack gap="sm">
      {visibleFields(content.fields, values).map((field) =>
        field.kind === 'section' ? (
          <Title order={3} key={field.id} mt="xs">
            {field.label}
          </Title>
        ) : (
          <div key={field.id} className={field.kind === 'material-table' ? undefined : classes.pair}>
            <Text size="sm" c="dimmed">
              {field.label}
            </Text>
            <FieldValueText field={field} value={values[field.id]} names={names} />
          </div>
        ),
      )}
    </Stack>
  )
}
