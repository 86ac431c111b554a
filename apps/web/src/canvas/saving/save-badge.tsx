import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCloudUpload } from '@tabler/icons-react'
import { messages } from '../messages.ts'
import type { SaveState } from './autosave.ts'

/** "Saved", "Saving…", "Not saved: …". Keeps its width, so that the toolbar stands still. */
export function SaveBadge({ state, onRetry }: { state: SaveState; onRetry(): void }) {
  if (state.state === 'failed')
    return (
      <Group gap={6} wrap="nowrap" c="red">
        <IconAlertTriangle size={16} aria-hidden />
        <Text size="sm" role="status" lineClamp={1}>
          {messages.saving.failed(state.message)}
        </Text>
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {messages.saving.retry}
        </Button>
      </Group>
    )
  const saved = state.state === 'saved'
  return (
    <Group gap={6} wrap="nowrap" c="dimmed" miw={76}>
      {saved ? <IconCheck size={16} aria-hidden /> : <IconCloudUpload size={16} aria-hidden />}
      <Text size="sm" role="status">
        {saved
          ? messages.saving.saved
          : state.state === 'conflict'
            ? messages.saving.conflict
            : messages.saving.saving}
      </Text>
    </Group>
  )
}
