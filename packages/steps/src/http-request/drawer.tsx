import { SegmentedControl, Select, Stack, Text } from '@mantine/core'
import type { StepDrawerProps } from '../views/step-view.ts'
import type { HttpRequestConfig } from './definition.ts'
import { HeaderInputs } from './header-inputs.tsx'
import { hasBody } from './host-of.ts'
import { messages } from './messages.ts'
import { TemplateInput } from './template-input.tsx'

const methods: HttpRequestConfig['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const formats = [
  { value: 'json', label: messages.json },
  { value: 'text', label: messages.text },
]

export function Drawer({ config, onChange }: StepDrawerProps<HttpRequestConfig>) {
  const json = config.format === 'json'
  return (
    <Stack gap="md">
      <Select
        label={messages.method}
        data={methods}
        value={config.method}
        allowDeselect={false}
        onChange={(method) =>
          method !== null && onChange({ ...config, method: method as typeof config.method })
        }
      />
      <TemplateInput
        place="url"
        label={messages.url}
        description={messages.urlHint}
        value={config.url}
        maxLength={2000}
        required
        onChange={(url) => onChange({ ...config, url: url.replace(/\s/g, '') }, 'url')}
      />
      <HeaderInputs
        headers={config.headers}
        onChange={(headers, typing) => onChange({ ...config, headers }, typing)}
      />
      {hasBody(config.method) && (
        <Stack gap="xs">
          <SegmentedControl
            aria-label={messages.format}
            data={formats}
            value={config.format}
            onChange={(format) => onChange({ ...config, format: format === 'json' ? 'json' : 'text' })}
          />
          <TemplateInput
            place="body"
            label={messages.body}
            description={json ? messages.jsonHint : messages.textHint}
            value={config.body}
            maxLength={20_000}
            code
            lines={json}
            onChange={(body) => onChange({ ...config, body }, 'body')}
          />
        </Stack>
      )}
      <Text size="sm" c="dimmed">
        {messages.repeat}
      </Text>
    </Stack>
  )
}
