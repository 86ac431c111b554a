import type { SubmissionView } from '@fieldledger/contract'
import { LoadState, Panel } from '@fieldledger/ui'
import { Text } from '@mantine/core'
import { ChangeList } from '../submission/changes/change-list.tsx'
import { messages as changeMessages } from '../submission/changes/messages.ts'
import { useChanges } from '../submission/changes/use-changes.ts'
import { messages } from './messages.ts'

/** Old and new values since the form was last decided on, above the whole form. */
export function WhatChanged({ submission }: { submission: SubmissionView }) {
  const query = useChanges({ submissionId: submission.id, revision: submission.revision })
  return (
    <Panel title={messages.changes}>
      <LoadState query={query} retryLabel={messages.retry}>
        {(changes) => (
          <>
            <Text c="dimmed" size="sm" mb="sm">
              {changeMessages.since(changes.from, changes.to)}
            </Text>
            <ChangeList changes={changes} content={submission.content} />
          </>
        )}
      </LoadState>
    </Panel>
  )
}
