import { DateText } from '@fieldledger/ui'
import { Alert, Button, Group, List } from '@mantine/core'
import { messages } from './messages.ts'
import type { FormDraft } from './use-form-draft.ts'

/** Somebody else saved first: who, when, what; and a choice. */
export function DraftConflict({ draft }: { draft: FormDraft }) {
  const { conflict } = draft
  if (conflict === undefined)
    return draft.failure ? (
      <Alert color="red" role="alert" mb="md">
        {draft.failure}
      </Alert>
    ) : null
  return (
    <Alert color="yellow" role="alert" mb="md" title={messages.conflictTitle(conflict.by)}>
      <DateText value={conflict.at} />
      <List size="sm" my="xs">
        {conflict.changes.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Button size="xs" onClick={draft.takeTheirs}>
          {messages.takeTheirs}
        </Button>
        <Button size="xs" variant="default" onClick={draft.keepMine}>
          {messages.keepMine}
        </Button>
      </Group>
    </Alert>
  )
}
