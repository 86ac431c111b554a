import { DateText } from '@fieldledger/ui'
import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useDrawerData } from '../views/drawer-data.ts'
import { messages } from './messages.ts'

const wrapped = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const

/** Where messages go, and what they are signed with. The secret is shown once, when it is made. */
export function HookAddress() {
  const { hook, editable } = useDrawerData()
  const [secret, setSecret] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const make = async () => {
    try {
      setSecret(await hook.makeSecret())
      setFailure(undefined)
    } catch (error) {
      setFailure(messages.failed(error instanceof Error ? error.message : ''))
    }
  }
  return (
    <Stack gap="xs">
      <Copied label={messages.address} text={hook.facts?.url ?? ''} testId="hook-address" />
      <Text size="sm" c="dimmed">
        {messages.addressHint} {messages.convention}
      </Text>
      <SecretLine />
      {secret !== undefined && (
        <>
          <Alert color="yellow" role="status">
            {messages.shownOnce}
          </Alert>
          <Copied label={messages.secret} text={secret} testId="hook-secret" />
        </>
      )}
      {failure !== undefined && (
        <Alert color="red" role="alert">
          {failure}
        </Alert>
      )}
      {editable && (
        <Button variant="default" w="fit-content" onClick={() => void make()}>
          {hook.facts?.secretMadeAt == null ? messages.makeSecret : messages.makeNew}
        </Button>
      )}
    </Stack>
  )
}

function SecretLine() {
  const { facts } = useDrawerData().hook
  if (facts === undefined) return null
  if (facts.secretMadeAt === null)
    return (
      <Text size="sm" c="dimmed">
        {messages.noSecret}
      </Text>
    )
  return (
    <Text size="sm" c="dimmed" component="div">
      {messages.secret}: {messages.since} <DateText value={facts.secretMadeAt} />
      {facts.previousUntil !== null && (
        <>
          {' · '}
          {messages.overlap} <DateText value={facts.previousUntil} />
        </>
      )}
    </Text>
  )
}

function Copied({ label, text, testId }: { label: string; text: string; testId?: string }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <Code block style={wrapped} flex={1} data-testid={testId}>
          {text}
        </Code>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-md" onClick={copy}>
              {copied ? messages.copied : messages.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  )
}
