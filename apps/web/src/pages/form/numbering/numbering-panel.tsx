import type { FormContent, NumberingPattern } from '@fieldledger/forms'
import { Panel } from '@fieldledger/ui'
import { Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { messages } from '../messages.ts'
import { NumberingExample } from './numbering-example.tsx'

/** Prefix, project code, year and counter, with what comes out of them. */
export function NumberingPanel(props: {
  content: FormContent
  onChange: (numbering: NumberingPattern) => void
}) {
  const { numbering } = props.content
  const set = (part: Partial<NumberingPattern>) => props.onChange({ ...numbering, ...part })
  return (
    <Panel title={messages.numbering}>
      <Stack>
        <Group align="flex-end">
          <TextInput
            label={messages.prefix}
            description={messages.prefixHint}
            maxLength={8}
            value={numbering.prefix}
            onChange={(event) => {
              const prefix = event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9-]/g, '')
              set({ prefix: prefix.replace(/^-+/, '') || numbering.prefix })
            }}
          />
          <NumberInput
            label={messages.digits}
            min={3}
            max={8}
            w={90}
            value={numbering.digits}
            onChange={(digits) => set({ digits: Math.min(8, Math.max(3, Number(digits) || 4)) })}
          />
        </Group>
        <Group>
          <Checkbox
            label={messages.projectCode}
            checked={numbering.projectCode}
            onChange={(event) => set({ projectCode: event.currentTarget.checked })}
          />
          <Checkbox
            label={messages.year}
            checked={numbering.year}
            onChange={(event) => set({ year: event.currentTarget.checked })}
          />
        </Group>
        <NumberingExample content={props.content} />
      </Stack>
    </Panel>
  )
}
