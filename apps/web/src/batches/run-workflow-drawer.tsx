import { Drawer, EmptyState, LoadState } from '@fieldledger/ui'
import { Button, Select, Stack } from '@mantine/core'
import { IconHandClick } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { messages as lists } from '../lists/messages.ts'
import { readWorkflowsOf } from './batch-api.ts'
import { messages } from './messages.ts'
import { StartBatchButton } from './start-batch-button.tsx'

/** The workflows of a form that start by hand, for the chosen submissions of it. */
export function RunWorkflowDrawer(props: {
  formId: string
  submissionIds: readonly string[]
  opened: boolean
  onClose(): void
}) {
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={messages.title(props.submissionIds.length)}
      closeLabel={messages.close}
    >
      {props.opened && <RunWorkflow {...props} />}
    </Drawer>
  )
}

function RunWorkflow({ formId, submissionIds }: { formId: string; submissionIds: readonly string[] }) {
  const [chosen, setChosen] = useState<string>()
  const workflows = useQuery({
    queryKey: ['workflow', formId, 'list'],
    queryFn: () => readWorkflowsOf(formId),
  })
  return (
    <LoadState query={workflows} retryLabel={lists.retry}>
      {({ rows }) => {
        const byHand = rows.filter(({ startsOn }) => startsOn === 'hand')
        const workflowId = chosen ?? byHand[0]?.id
        if (workflowId === undefined)
          return (
            <EmptyState icon={<IconHandClick size={24} />} title={messages.none} hint={messages.noneHint}>
              <Button component={Link} to={`/forms/${formId}/workflow`} variant="default">
                {messages.toForm}
              </Button>
            </EmptyState>
          )
        return (
          <Stack>
            <Select
              label={messages.which}
              data={byHand.map(({ id, name }) => ({ value: id, label: name ?? id }))}
              value={workflowId}
              onChange={(id) => id !== null && setChosen(id)}
              allowDeselect={false}
            />
            <StartBatchButton
              key={workflowId}
              question={{ workflowId, choice: { submissionIds: [...submissionIds] } }}
            />
          </Stack>
        )
      }}
    </LoadState>
  )
}
