import type { SubmissionSummary } from '@fieldledger/contract'
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { messages as batches } from '../../batches/messages.ts'
import { RunWorkflowDrawer } from '../../batches/run-workflow-drawer.tsx'
import { messages } from './messages.ts'
import type { Choosing } from './use-choosing.tsx'

/** What may be done with the chosen submissions. */
export function ChoosingBar(props: { choosing: Choosing; rows: readonly SubmissionSummary[] }) {
  const { choosing, rows } = props
  const [running, setRunning] = useState(false)
  const { chosen } = choosing
  const forms = new Set(chosen.map(({ formId }) => formId))
  const [formId] = forms
  return (
    <Group gap="xs" mb="xs" role="group" aria-label={messages.choose}>
      <Text size="sm" role="status">
        {messages.count(chosen.length)}
      </Text>
      <Button variant="default" size="compact-md" onClick={() => choosing.all(rows)}>
        {messages.chooseAll}
      </Button>
      <Button size="compact-md" disabled={forms.size !== 1} onClick={() => setRunning(true)}>
        {batches.run}
      </Button>
      <Button variant="subtle" size="compact-md" onClick={choosing.end}>
        {messages.endChoosing}
      </Button>
      {forms.size > 1 && (
        <Text size="sm" c="dimmed">
          {batches.severalForms}
        </Text>
      )}
      {formId !== undefined && (
        <RunWorkflowDrawer
          formId={formId}
          submissionIds={chosen.map(({ id }) => id)}
          opened={running}
          onClose={() => setRunning(false)}
        />
      )}
    </Group>
  )
}
