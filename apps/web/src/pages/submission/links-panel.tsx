import type { LinkedFormView, SubmissionLinks } from '@fieldledger/contract'
import { Money, Panel } from '@fieldledger/ui'
import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useLinks } from '../../data/use-links.ts'
import { DocumentStatusBadge } from '../../status/document-status-badge.tsx'
import { isPart } from './is-part.ts'
import { messages } from './messages.ts'
import { OrderProgress } from './order-progress.tsx'

const words = messages.links

/** Where a form comes from and what came of it, both ways; for an order what is still to arrive and to be billed. */
export function LinksPanel({ submissionId }: { submissionId: string }) {
  const { data: links } = useLinks(submissionId)
  if (links === undefined || (links.madeFrom === null && links.made.length === 0)) return null
  const { received, billed } = cameOver(links)
  return (
    <Panel title={words.title}>
      <Stack gap="sm">
        {links.madeFrom === null ? null : <LinkedForm said={words.madeFrom} form={links.madeFrom} />}
        {links.made.map((form) => (
          <LinkedForm key={form.id} said={isPart(form) ? words.splitInto : words.made} form={form} />
        ))}
        {links.made.some(isPart) ? (
          <Text size="sm" c="dimmed">
            {words.split}
          </Text>
        ) : null}
        {received ? <Alert color="yellow">{words.overReceived}</Alert> : null}
        {billed ? <Alert color="yellow">{words.overBilled}</Alert> : null}
        {links.progress.length === 0 ? null : <OrderProgress lines={links.progress} />}
      </Stack>
    </Panel>
  )
}

function LinkedForm({ said, form }: { said: string; form: LinkedFormView }) {
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">
        {said}{' '}
        <Anchor component={Link} to={`/submissions/${form.id}`} underline="always">
          {`${form.formName} ${form.number ?? ''}`}
        </Anchor>
      </Text>
      <Group gap="xs">
        <Money amount={form.total} />
        <DocumentStatusBadge status={form.status} />
      </Group>
    </Group>
  )
}

function cameOver({ progress }: SubmissionLinks) {
  const below = (quantity: string | undefined) => quantity?.startsWith('-') === true
  return {
    received: progress.some(({ toReceive }) => below(toReceive)),
    billed: progress.some(({ toBill }) => below(toBill)),
  }
}
