import type { FileImportAnswer } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { CsvLink } from '../../../lists/csv-link.tsx'
import { FileRows } from './file-rows.tsx'
import { messages } from './messages.ts'
import { OutcomeBadges } from './outcome-badges.tsx'

/** What the file would do, with the button that does it; afterwards what it did, with the report. */
export function FileOutcome(props: {
  answer: FileImportAnswer
  fileName: string
  busy: boolean
  /** Whether linked records of this list are sent to the ledger. */
  sendsOn: boolean
  onApply: () => void
}) {
  const { answer, fileName } = props
  const { counts, applied } = answer
  const due = counts.new + counts.changed
  const listed = due + counts.bad
  return (
    <Panel title={applied ? messages.doneTitle(fileName) : messages.previewTitle(fileName)}>
      <Stack>
        <Group justify="space-between">
          <Group gap="xs">
            <OutcomeBadges counts={counts} />
          </Group>
          {applied && answer.reportId ? (
            <CsvLink
              path={`/imports/${answer.reportId}/report.csv`}
              fileName="report.csv"
              label={messages.report}
            />
          ) : null}
          {!applied && due > 0 ? (
            <Button loading={props.busy} onClick={props.onApply}>
              {messages.apply(due)}
            </Button>
          ) : null}
        </Group>
        {props.sendsOn && counts.changed > 0 ? <Text c="dimmed">{messages.owed}</Text> : null}
        {due === 0 && !applied ? <Text c="dimmed">{messages.nothing}</Text> : null}
        {answer.unread.length > 0 ? <Alert color="yellow">{messages.unread(answer.unread)}</Alert> : null}
        {listed > 0 ? <FileRows rows={answer.rows} all={listed} /> : null}
      </Stack>
    </Panel>
  )
}
