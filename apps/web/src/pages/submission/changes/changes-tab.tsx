import type { SubmissionView } from '@fieldledger/contract'
import { LoadState } from '@fieldledger/ui'
import { Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { messages as pageMessages } from '../messages.ts'
import { ChangeList } from './change-list.tsx'
import { messages } from './messages.ts'
import { useChanges } from './use-changes.ts'

/** The present revision beside an earlier one of choice. */
export function ChangesTab({ submission }: { submission: SubmissionView }) {
  const { id: submissionId, revision, content } = submission
  const [from, setFrom] = useState<number>()
  const query = useChanges({ submissionId, revision, from })
  return (
    <LoadState query={query} retryLabel={pageMessages.retry}>
      {(changes) => (
        <Stack gap="sm">
          <Group justify="space-between">
            <Text c="dimmed" size="sm">
              {messages.since(changes.from, changes.to)}
            </Text>
            {changes.revisions.length > 2 ? (
              <Select
                size="xs"
                aria-label={messages.compareWith}
                allowDeselect={false}
                value={String(changes.from)}
                onChange={(value) => setFrom(Number(value))}
                data={changes.revisions
                  .filter((earlier) => earlier.revision < changes.to)
                  .map((earlier) => ({
                    value: String(earlier.revision),
                    label: messages.revision(earlier.revision, earlier.by),
                  }))}
              />
            ) : null}
          </Group>
          <ChangeList changes={changes} content={content} />
        </Stack>
      )}
    </LoadState>
  )
}
