import type { LedgerPreflight, UnsentForm } from '@fieldledger/contract'
import { List, Stack, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import classes from './foreseen.module.css'
import { messages } from './messages.ts'
import { useForeseen } from './use-foreseen.ts'

/** Said quietly while the form is filled in: what can be mended here, and what the office will settle. It stops nobody. */
export function Foreseen({ formId, request }: { formId: string; request: UnsentForm | undefined }) {
  const rows = useForeseen(formId, request)
  const found = rows.filter(({ problems }) => problems.length > 0)
  return (
    <div aria-live="polite">
      {found.map((row) => (
        <OneLedger key={row.connectionId} row={row} />
      ))}
    </div>
  )
}

function OneLedger({ row }: { row: LedgerPreflight }) {
  const here = row.problems.filter(({ cure }) => cure === 'edit-form')
  const there = row.problems.filter(({ cure }) => cure !== 'edit-form')
  return (
    <div className={classes.note}>
      <IconInfoCircle size={18} aria-hidden />
      <Stack gap={6}>
        <Sentences title={messages.mendHere(row.providerLabel)} problems={here} />
        <Sentences title={messages.officeSettles(row.providerLabel)} problems={there} />
      </Stack>
    </div>
  )
}

function Sentences(props: { title: string; problems: LedgerPreflight['problems'] }) {
  if (props.problems.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600}>
        {props.title}
      </Text>
      <List size="sm" c="dimmed" withPadding={false}>
        {props.problems.map(({ code, message }) => (
          <List.Item key={`${code} ${message}`}>{message}</List.Item>
        ))}
      </List>
    </div>
  )
}
