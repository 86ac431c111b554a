import type { FormSummary } from '@fieldledger/contract'
import { type Column, DateText, StatusBadge } from '@fieldledger/ui'
import { formTypeName } from '@fieldledger/workflow'
import { Group } from '@mantine/core'
import { messages } from './messages.ts'

export const formColumns: readonly Column<FormSummary>[] = [
  { id: 'name', label: messages.name, cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'type', label: messages.type, cell: ({ type }) => formTypeName(type), sortBy: ({ type }) => type },
  {
    id: 'version',
    label: messages.version,
    cell: (form) => (
      <Group gap={4}>
        {form.publishedVersion === null ? (
          <StatusBadge tone="grey" word={messages.notPublished} />
        ) : (
          <StatusBadge tone="good" word={messages.publishedVersion(form.publishedVersion)} />
        )}
        {form.changedSincePublish && form.publishedVersion !== null ? (
          <StatusBadge tone="waiting" word={messages.draftChanges} />
        ) : null}
        {form.archived ? <StatusBadge tone="grey" word={messages.archived} /> : null}
      </Group>
    ),
  },
  {
    id: 'workflow',
    label: messages.workflow,
    named: true,
    cell: ({ workflowVersion }) =>
      workflowVersion === null ? messages.noWorkflow : messages.publishedVersion(workflowVersion),
  },
  {
    id: 'submissions',
    label: messages.submissions,
    named: true,
    align: 'right',
    cell: ({ submissions }) => <span className="numeric">{submissions}</span>,
    sortBy: ({ submissions }) => submissions,
  },
  {
    id: 'updated',
    label: messages.updated,
    cell: ({ updatedAt }) => <DateText value={updatedAt} style="relative" />,
    sortBy: ({ updatedAt }) => updatedAt,
    wideOnly: true,
  },
]
