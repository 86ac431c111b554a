import type { TaskView } from '@fieldledger/contract'
import { Money } from '@fieldledger/ui'
import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { messages } from './messages.ts'
import { taskName } from './task-name.ts'

export interface RowChoice {
  choice: 'approve' | 'reject'
  note: string
}

export function BulkRow(props: {
  task: TaskView
  value: RowChoice
  refused: string | undefined
  onChange: (choice: RowChoice) => void
}) {
  const { task, value, refused, onChange } = props
  // Most are approved without a word: the list stays short enough to be read.
  const [saying, setSaying] = useState(false)
  const name = taskName(task)
  const needed = task.noteRequired && value.choice === 'reject'
  return (
    <Paper withBorder p="sm" role="group" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Money amount={task.submission.total} />
        </Group>
        <Text size="sm" c="dimmed">
          {[task.submission.vendorName, task.submission.submittedBy].filter(Boolean).join(' · ')}
        </Text>
        {refused === undefined ? null : (
          <Alert color="red" py={6} role="alert">
            {refused}
          </Alert>
        )}
        <SegmentedControl
          fullWidth
          aria-label={messages.decisionOn(name)}
          value={value.choice}
          data={[
            { value: 'approve', label: messages.approve },
            { value: 'reject', label: messages.reject },
          ]}
          onChange={(choice) => onChange({ ...value, choice: choice === 'reject' ? 'reject' : 'approve' })}
        />
        {value.choice === 'reject' || saying ? (
          <TextInput
            label={needed ? messages.reason : messages.reasonOptional}
            required={needed}
            maxLength={2000}
            value={value.note}
            onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
          />
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            w="fit-content"
            onClick={() => setSaying(true)}
          >
            {messages.addReason}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}
