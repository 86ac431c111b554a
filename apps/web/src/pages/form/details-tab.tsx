import { type FormContent, type FormType, formatNumber } from '@fieldledger/forms'
import { Panel } from '@fieldledger/ui'
import { formTypeName } from '@fieldledger/workflow'
import { Checkbox, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateTime } from 'luxon'
import { useOutletContext } from 'react-router'
import { formTypes } from '../forms/form-types.ts'
import { ArchiveForm } from './archive-form.tsx'
import type { FormTabContext } from './form-page.tsx'
import { messages } from './messages.ts'

export function DetailsTab() {
  const { form, draft } = useOutletContext<FormTabContext>()
  const { content } = draft
  const set = (part: Partial<FormContent>) => draft.change({ ...content, ...part })
  const number = (part: Partial<FormContent['numbering']>) =>
    set({ numbering: { ...content.numbering, ...part } })
  const describe = (description: string) => {
    const { description: _, ...rest } = content
    draft.change(description === '' ? rest : { ...rest, description })
  }
  const example = formatNumber({
    pattern: content.numbering,
    year: DateTime.now().year,
    counter: 42,
    ...(content.numbering.projectCode ? { projectCode: 'P12' } : {}),
  })
  return (
    <Stack maw={640}>
      <Panel>
        <Stack>
          <TextInput
            label={messages.name}
            required
            maxLength={120}
            value={content.name}
            onChange={(event) => set({ name: event.currentTarget.value || content.name })}
          />
          <Textarea
            label={messages.description}
            autosize
            minRows={2}
            maxLength={1000}
            value={content.description ?? ''}
            onChange={(event) => describe(event.currentTarget.value)}
          />
          <Select
            label={messages.type}
            description={messages.typeHint}
            value={content.type}
            data={formTypes.map((value) => ({ value, label: formTypeName(value) }))}
            onChange={(type) => set({ type: (type ?? content.type) as FormType })}
          />
        </Stack>
      </Panel>
      <Panel title={messages.numbering}>
        <Stack>
          <Group align="flex-end">
            <TextInput
              label={messages.prefix}
              description={messages.prefixHint}
              maxLength={8}
              value={content.numbering.prefix}
              onChange={(event) => {
                const prefix = event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9-]/g, '')
                number({ prefix: prefix.replace(/^-+/, '') || content.numbering.prefix })
              }}
            />
            <NumberInput
              label={messages.digits}
              min={3}
              max={8}
              w={90}
              value={content.numbering.digits}
              onChange={(digits) => number({ digits: Math.min(8, Math.max(3, Number(digits) || 4)) })}
            />
          </Group>
          <Group>
            <Checkbox
              label={messages.year}
              checked={content.numbering.year}
              onChange={(event) => number({ year: event.currentTarget.checked })}
            />
            <Checkbox
              label={messages.projectCode}
              checked={content.numbering.projectCode}
              onChange={(event) => number({ projectCode: event.currentTarget.checked })}
            />
          </Group>
          <Text c="dimmed" className="numeric">
            {messages.example(example)}
          </Text>
        </Stack>
      </Panel>
      <ArchiveForm form={form} />
    </Stack>
  )
}
