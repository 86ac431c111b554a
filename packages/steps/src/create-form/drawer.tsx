import { Button, Radio, Select, Stack, Switch, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useDrawerData } from '../views/drawer-data.ts'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { CreateFormConfig } from './definition.ts'
import { FieldRow } from './field-row.tsx'
import { messages } from './messages.ts'

export function Drawer({ config, onChange }: StepDrawerProps<CreateFormConfig>) {
  const { nextForms } = useDrawerData()
  const problem = useProblemAt('formId')
  const target = nextForms.find(({ id }) => id === config.formId)?.content
  const { fields } = config
  return (
    <Stack gap="lg">
      <Select
        data-place="formId"
        label={messages.form}
        placeholder={messages.chooseForm}
        description={nextForms.length === 0 ? messages.noForm : undefined}
        data={nextForms.map(({ id, content }) => ({ value: id, label: content.name }))}
        value={config.formId ?? null}
        onChange={(formId) => formId !== null && onChange({ ...config, formId, fields: [] })}
        error={problem}
        withAsterisk
      />
      <Switch
        label={messages.lines}
        description={messages.linesHint}
        checked={config.lines}
        onChange={(event) => onChange({ ...config, lines: event.currentTarget.checked })}
      />
      <Radio.Group
        label={messages.as}
        value={config.as}
        onChange={(as) => onChange({ ...config, as: as === 'draft' ? 'draft' : 'submitted' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="draft" label={messages.draft} />
          <Radio value="submitted" label={messages.submitted} />
        </Stack>
      </Radio.Group>
      {config.as === 'draft' && (
        <RecipientsInput
          place="who"
          label={messages.who}
          value={config.who}
          submitter
          onChange={(who) => onChange({ ...config, who })}
        />
      )}
      {target !== undefined && (
        <Stack gap="sm">
          <div>
            <Text fw={500}>{messages.fields}</Text>
            <Text size="sm" c="dimmed">
              {messages.fieldsHint}
            </Text>
          </div>
          {fields.map((one, position) => (
            <FieldRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may fill in the same field while they are edited
              key={position}
              target={target}
              value={one}
              at={`fields.${position}.`}
              onChange={(changed, typing) =>
                onChange({ ...config, fields: fields.with(position, changed) }, typing)
              }
              onRemove={() => onChange({ ...config, fields: fields.toSpliced(position, 1) })}
            />
          ))}
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              onChange({ ...config, fields: [...fields, { from: { source: 'constant', value: '' } }] })
            }
          >
            {messages.add}
          </Button>
        </Stack>
      )}
    </Stack>
  )
}
