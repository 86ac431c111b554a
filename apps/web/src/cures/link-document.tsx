import { formatDate, useCompanySettings } from '@fieldledger/ui'
import type { Problem } from '@fieldledger/workflow'
import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { SayWhy } from './say-why.tsx'
import { useDone } from './use-done.ts'

/** A document that no form made bears the number there: what it is, how it differs, and whether it is this one. */
export function LinkDocument(props: {
  problem: Problem
  submissionId: string
  /** Absent = nothing is about to be sent yet: it is shown, and decided later. */
  effectId?: string | undefined
}) {
  const { params = {} } = props.problem
  const { locale } = useCompanySettings()
  const mayResolve = useMay('effect.resolve')
  const differences = String(params.differences ?? '')
    .split('\n')
    .filter((line) => line !== '')
  const what = `${params.label} ${params.number}`
  const day = params.date === '' ? '' : formatDate(String(params.date), locale)
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {[what, params.vendor, day, params.total].filter((part) => part !== '').join(' · ')}
        </Text>
        {params.url === undefined ? null : (
          <Anchor href={String(params.url)} target="_blank" rel="noreferrer" size="sm">
            {messages.openThere}
          </Anchor>
        )}
      </Group>
      {differences.length === 0 ? (
        <Text size="sm">{messages.saysTheSame}</Text>
      ) : (
        <>
          <Text size="sm">{messages.differsBy}</Text>
          <List size="sm">
            {differences.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </>
      )}
      {props.effectId === undefined ? (
        <Text size="sm">{messages.decidedLater}</Text>
      ) : mayResolve ? (
        <Decide {...props} effectId={props.effectId} />
      ) : null}
    </Stack>
  )
}

function Decide(props: { problem: Problem; submissionId: string; effectId: string }) {
  const { params = {} } = props.problem
  const done = useDone()
  const remoteId = String(params.remoteId)
  const resolve = (how: { how: 'link-existing' } | { how: 'send-beside'; reason: string }) =>
    done(() => api.post(`/effects/${props.effectId}/resolve`, { ...how, remoteId }), messages.resolved)
  return (
    <Stack gap="xs">
      <Button w="fit-content" onClick={() => void resolve({ how: 'link-existing' })}>
        {messages.linkThere}
      </Button>
      {params.refused === 1 ? (
        <Button
          component={Link}
          to={`/submissions/${props.submissionId}/revise`}
          w="fit-content"
          variant="default"
        >
          {messages.otherNumber}
        </Button>
      ) : (
        <SayWhy
          label={messages.anotherPaperReason}
          button={messages.anotherPaper}
          onSay={(reason) => resolve({ how: 'send-beside', reason })}
        />
      )}
    </Stack>
  )
}
