import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from '../messages.ts'
import type { Conflict } from './autosave.ts'

/** Somebody else saved first: who, what, and the two ways on. */
export function ConflictDialog(props: {
  conflict: Conflict | undefined
  onTheirs(): Promise<void>
  onMine(): Promise<void>
}) {
  const [failure, setFailure] = useState<string>()
  const attempt = (choice: () => Promise<void>) => () => {
    setFailure(undefined)
    void choice().catch((error: unknown) => setFailure(sentenceOf(error)))
  }
  const { conflict } = props
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={() => setFailure(undefined)}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={messages.conflict.title(conflict?.by ?? '')}
    >
      <Stack>
        <Text size="sm">{messages.conflict.about}</Text>
        <List size="sm">
          {(conflict?.changes ?? []).map((change) => (
            <List.Item key={change}>{change}</List.Item>
          ))}
        </List>
        {failure !== undefined && (
          <Text size="sm" c="red" role="alert">
            {failure}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={attempt(props.onTheirs)}>
            {messages.conflict.theirs}
          </Button>
          <Button onClick={attempt(props.onMine)}>{messages.conflict.mine}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
