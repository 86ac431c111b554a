import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { HttpRequestConfig } from './definition.ts'
import { messages } from './messages.ts'
import { TemplateInput } from './template-input.tsx'

type Headers = HttpRequestConfig['headers']
const mostHeaders = 20

export function HeaderInputs(props: { headers: Headers; onChange(headers: Headers, typing?: string): void }) {
  const { headers, onChange } = props
  const change = (position: number, part: Partial<Headers[number]>) =>
    onChange(
      headers.map((header, at) => (at === position ? { ...header, ...part } : header)),
      `headers.${position}`,
    )
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {messages.headers}
      </Text>
      {headers.map(({ name, value }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headers have no identity but their place
        <Group key={position} gap="xs" align="flex-end" wrap="nowrap">
          <Stack gap={4} flex={1}>
            <TextInput
              label={messages.headerName(position + 1)}
              value={name}
              maxLength={100}
              spellCheck={false}
              onChange={(event) => change(position, { name: event.currentTarget.value })}
            />
            <TemplateInput
              place={`headers.${position}`}
              label={messages.headerValue(position + 1)}
              value={value}
              maxLength={2000}
              secrets
              onChange={(text) => change(position, { value: text })}
            />
          </Stack>
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={messages.removeHeader(position + 1)}
            onClick={() => onChange(headers.filter((_, at) => at !== position))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={headers.length >= mostHeaders}
        onClick={() => onChange([...headers, { name: '', value: '' }])}
      >
        {messages.addHeader}
      </Button>
    </Stack>
  )
}
