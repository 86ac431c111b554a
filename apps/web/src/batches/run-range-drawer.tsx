import type { BatchQuestion } from '@fieldledger/contract'
import type { DocumentStatus } from '@fieldledger/forms'
import { ClearableSelect, Drawer } from '@fieldledger/ui'
import { MultiSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readEditorContext } from '../canvas/api/editor-api.ts'
import { DateRange } from '../filling/date-range.tsx'
import { documentStatuses } from '../status/messages.ts'
import { messages } from './messages.ts'
import { StartBatchButton } from './start-batch-button.tsx'

const words = messages.range
const statuses = Object.entries(documentStatuses)
  .filter(([value]) => value !== 'draft')
  .map(([value, { word }]) => ({ value, label: word }))

/** A workflow for all forms of a range of dates: counted before it starts. */
export function RunRangeDrawer(props: {
  formId: string
  workflowId: string
  opened: boolean
  onClose(): void
}) {
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={words.title} closeLabel={messages.close}>
      {props.opened && <RunRange formId={props.formId} workflowId={props.workflowId} />}
    </Drawer>
  )
}

function RunRange({ formId, workflowId }: { formId: string; workflowId: string }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [chosen, setChosen] = useState<string[]>(['approved'])
  const [notYetIn, setNotYetIn] = useState<string | null>(null)
  const around = useQuery({
    queryKey: ['forms', formId, 'editor-context'],
    queryFn: () => readEditorContext(formId),
  })
  const question: BatchQuestion = {
    workflowId,
    choice: {
      from,
      to,
      filter: { statuses: chosen as DocumentStatus[], ...(notYetIn === null ? {} : { notYetIn }) },
    },
  }
  const complete = from !== '' && to !== '' && chosen.length > 0
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
      <DateRange
        days={[
          { label: words.from, value: from, onChange: setFrom },
          { label: words.to, value: to, onChange: setTo },
        ]}
      />
      <MultiSelect label={words.statuses} data={statuses} value={chosen} onChange={setChosen} />
      <ClearableSelect
        label={words.notYetIn}
        placeholder={words.anywhere}
        data={(around.data?.connections ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={notYetIn}
        onChange={setNotYetIn}
        clearLabel={messages.clear}
      />
      {complete ? (
        <StartBatchButton key={JSON.stringify(question)} question={question} />
      ) : (
        <Text size="sm" c="dimmed">
          {words.incomplete}
        </Text>
      )}
    </Stack>
  )
}
