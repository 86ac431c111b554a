import { formatDate, TwoSides, useCompanySettings } from '@fieldledger/ui'
import type { Problem } from '@fieldledger/workflow'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { api } from '../api/api.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

const calendarDate = /^\d{4}-\d{2}-\d{2}$/

/** Somebody changed the document in the ledger: both values side by side, and a person says which stand. */
export function ChooseVersion({ problems }: { problems: readonly Problem[] }) {
  const done = useDone()
  const { locale } = useCompanySettings()
  const shown = (value: string) => (calendarDate.test(value) ? formatDate(value, locale) : value)
  const { effectId, fixed } = problems[0]?.params ?? {}
  const choose = (how: 'send-ours' | 'keep-theirs', said: string) =>
    done(() => api.post(`/effects/${effectId}/resolve`, { how }), said)
  return (
    <Stack gap="sm">
      <Alert color="yellow">
        {messages.versionHint} {fixed}
      </Alert>
      <TwoSides
        label={messages.versionTable}
        headings={{
          field: messages.versionField,
          left: messages.versionOurs,
          right: messages.versionTheirs,
        }}
        rows={problems.map(({ params }) => ({
          field: String(params?.field),
          left: shown(String(params?.ours ?? '')),
          right: shown(String(params?.theirs ?? '')),
        }))}
        empty={messages.versionEmpty}
      />
      <Group gap="xs">
        {fixed === undefined ? (
          <Button onClick={() => void choose('send-ours', messages.oursSent)}>{messages.sendOurs}</Button>
        ) : null}
        <Button variant="default" onClick={() => void choose('keep-theirs', messages.theirsKept)}>
          {messages.keepTheirs}
        </Button>
      </Group>
    </Stack>
  )
}
