import type { Field } from '@fieldledger/forms'
import { ClearableSelect } from '@fieldledger/ui'
import {
  fieldsForTarget,
  type MappingSuggestion,
  namesVendors,
  type TargetDescription,
} from '@fieldledger/workflow'
import { Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useRef } from 'react'
import { useDrawerData } from '../views/drawer-data.ts'
import { messages as words } from '../views/messages.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import { messages } from './messages.ts'
import { NoFittingField } from './no-fitting-field.tsx'
import styles from './target-select.module.css'

/** One target of the mapping: only fields of a fitting type, a suggestion with its reason, nothing silent. */
export function TargetSelect(props: {
  target: TargetDescription
  hint: string | undefined
  fieldId: string | undefined
  suggestion: MappingSuggestion | undefined
  onChoose(fieldId: string | undefined): void
}) {
  const { target, hint, fieldId, suggestion, onChoose } = props
  const { form, editable } = useDrawerData()
  const input = useRef<HTMLInputElement>(null)
  const place = `mapping.${target.target}`
  const problem = useProblemAt(place)
  // The lines give the vendor by a switch of its own (S4-12).
  const fields = fieldsForTarget(target.target, form).filter(
    (field) => target.target !== 'vendor' || !namesVendors(field) || field.id === fieldId,
  )
  const chosen = fields.find(({ id }) => id === fieldId)
  const suggested = fieldId === undefined ? fields.find(({ id }) => id === suggestion?.fieldId) : undefined
  if (fields.length === 0 && fieldId === undefined) return <NoFittingField target={target} place={place} />
  return (
    <Stack gap={6}>
      <ClearableSelect
        ref={input}
        data-place={place}
        label={target.label}
        description={hint}
        placeholder={target.required ? messages.choose : messages.notMapped}
        data={fields.map((field) => ({ value: field.id, label: nameOf(field, target) }))}
        value={chosen?.id ?? null}
        onChange={(id) => onChoose(id ?? undefined)}
        error={problem}
        withAsterisk={target.required}
        clearable={chosen !== undefined && editable}
        clearLabel={words.clear}
        searchable={fields.length > 8}
      />
      {suggested !== undefined && editable && (
        <Group gap="xs" wrap="nowrap" className={styles.suggestion}>
          <IconSparkles size={16} aria-hidden="true" className={styles.sparkles} />
          <Text size="xs" className={styles.reason}>
            {suggestion?.reason}
          </Text>
          <UnstyledButton
            className={styles.use}
            aria-label={messages.accept(suggested.label, target.label)}
            onClick={() => {
              onChoose(suggested.id)
              input.current?.focus({ preventScroll: true })
            }}
          >
            {messages.use}
          </UnstyledButton>
        </Group>
      )}
    </Stack>
  )
}

function nameOf({ kind, label }: Field, { target }: TargetDescription): string {
  return target === 'vendor' && kind === 'material-table' ? messages.vendorOfLines(label) : label
}
