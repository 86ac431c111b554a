import { Alert, Group, Loader, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useDrawerData } from '../views/drawer-data.ts'
import { useLoaded } from '../views/use-loaded.ts'
import { connectionOf } from './connection-of.ts'
import type { AccountingSyncConfig } from './definition.ts'
import { messages } from './messages.ts'
import { PreviewPaper } from './preview-paper.tsx'

const words = messages.preview

/** The document as the ledger will show it, for any submitted form, before anything is saved or sent. */
export function DocumentPreview({ config }: { config: AccountingSyncConfig }) {
  const { connections, preview, recentSubmissions } = useDrawerData()
  const submissions = useLoaded('submissions', recentSubmissions)
  const [picked, pick] = useState<string | null>(null)
  const submissionId = picked ?? submissions.value?.[0]?.id
  const connection = connectionOf(config, connections)
  const complete = config.mapping.vendor !== undefined && config.mapping.materials !== undefined
  const question =
    submissionId === undefined || connection === undefined || !complete
      ? undefined
      : {
          submissionId,
          connectionId: connection.id,
          documentKind: config.documentKind,
          mapping: config.mapping,
          unlinkedItems: config.unlinkedItems,
        }
  const document = useLoaded(question && JSON.stringify(question), async () =>
    question === undefined ? undefined : preview(question),
  )
  const none = submissions.state === 'ready' && submissions.value.length === 0
  const hint = hintOf({ connected: connection !== undefined, none, complete })
  const failure = submissions.state === 'failed' ? submissions.message : undefined
  return (
    <Stack gap="sm">
      <Group justify="space-between" h={24}>
        <Title order={3} size="h5">
          {words.title}
        </Title>
        {question !== undefined && document.state === 'loading' && (
          <Loader size="xs" aria-label={words.refreshing} />
        )}
      </Group>
      {!none && (
        <Select
          label={words.submission}
          placeholder={words.chooseSubmission}
          data={(submissions.value ?? []).map(({ id, label }) => ({ value: id, label }))}
          value={submissionId ?? null}
          onChange={pick}
          allowDeselect={false}
          searchable
        />
      )}
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {(failure !== undefined || document.state === 'failed') && (
        <Alert color="red" title={words.failed}>
          {failure ?? (document.state === 'failed' && document.message)}
        </Alert>
      )}
      {hint === undefined && document.value !== undefined && <PreviewPaper document={document.value} />}
    </Stack>
  )
}

function hintOf(at: { connected: boolean; none: boolean; complete: boolean }): string | undefined {
  if (!at.connected) return words.noConnection
  if (at.none) return words.none
  return at.complete ? undefined : words.incomplete
}
