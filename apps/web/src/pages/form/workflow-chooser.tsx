import { DateText } from '@fieldledger/ui'
import { Button, Select, Text } from '@mantine/core'
import { IconHistory, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { messages as batches } from '../../batches/messages.ts'
import { RunNowDrawer } from '../../batches/run-now-drawer.tsx'
import { RunRangeDrawer } from '../../batches/run-range-drawer.tsx'
import { readWorkflows } from '../../canvas/api/editor-api.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import { NewWorkflowDrawer } from './new-workflow-drawer.tsx'

/** Beside the form's name: which of its workflows is drawn below; a further one starts by the clock or otherwise beside the first. */
export function WorkflowChooser({ formId, workflowId }: { formId: string; workflowId: string }) {
  const mayEdit = useMay('workflow.edit')
  const [, setSearch] = useSearchParams()
  const mayRun = useMay('run.manage')
  const [making, setMaking] = useState(false)
  const [runningNow, setRunningNow] = useState(false)
  const [runningRange, setRunningRange] = useState(false)
  const list = useQuery({ queryKey: ['workflow', formId, 'list'], queryFn: () => readWorkflows(formId) })
  const rows = list.data?.rows ?? []
  const shown = rows.find(({ id }) => id === workflowId)
  const next = shown?.nextFireAt
  const onClock = next !== undefined && next !== null
  const published = shown !== undefined && shown.publishedVersion !== null
  const open = (id: string) => setSearch(id === formId ? {} : { workflow: id })
  return (
    <>
      {rows.length > 1 && (
        <Select
          aria-label={messages.workflows.choose}
          data={rows.map(({ id, name }) => ({ value: id, label: name ?? messages.workflows.first }))}
          value={workflowId}
          onChange={(id) => id !== null && open(id)}
          allowDeselect={false}
          w={240}
        />
      )}
      {mayEdit && (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {messages.workflows.add}
        </Button>
      )}
      {mayRun && published && onClock && (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} />}
          onClick={() => setRunningNow(true)}
        >
          {batches.now.open}
        </Button>
      )}
      {mayRun && published && (
        <Button
          variant="default"
          leftSection={<IconHistory size={16} />}
          onClick={() => setRunningRange(true)}
        >
          {batches.range.open}
        </Button>
      )}
      {onClock && (
        <Text size="sm" c="dimmed" component="div">
          {messages.workflows.next} <DateText value={next} />
        </Text>
      )}
      <RunNowDrawer workflowId={workflowId} opened={runningNow} onClose={() => setRunningNow(false)} />
      <RunRangeDrawer
        formId={formId}
        workflowId={workflowId}
        opened={runningRange}
        onClose={() => setRunningRange(false)}
      />
      <NewWorkflowDrawer
        formId={formId}
        opened={making}
        onClose={() => setMaking(false)}
        onMade={(id) => {
          setMaking(false)
          open(id)
        }}
      />
    </>
  )
}
