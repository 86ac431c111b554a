import type { ExplainedError } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { Accordion, Code, Flex, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { HeldByError } from './held-by-error.tsx'
import { messages } from './messages.ts'

/** One refusal: what it means, why it comes, what to do, who can do it. */
export function ErrorArticle({ row, name, isOpen }: { row: ExplainedError; name: string; isOpen: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  const ledHere = useRef(isOpen)
  useEffect(() => {
    if (ledHere.current) place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <Accordion.Item value={name} ref={place}>
      <Accordion.Control>
        <Flex direction={{ base: 'column', sm: 'row' }} align={{ sm: 'baseline' }} columnGap="xs">
          <Text fw={600} component="span">
            {row.title}
          </Text>
          <Text size="sm" c="dimmed" component="span">
            {row.providerLabel}
          </Text>
        </Flex>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="sm" maw={720}>
          <Part label={messages.errors.means} text={row.means} />
          <Part label={messages.errors.why} text={row.why} />
          <Part label={messages.errors.whatToDo} text={row.cure} />
          <Group gap="xs">
            <StatusBadge
              tone={row.curedBy === 'nobody' ? 'good' : 'grey'}
              word={messages.errors.curedBy[row.curedBy]}
            />
          </Group>
          <HeldByError row={row} />
          {row.words.length === 0 ? null : (
            <Group gap={6}>
              <Text size="sm" c="dimmed">
                {messages.errors.words(row.providerLabel)}
              </Text>
              {row.words.map((word) => (
                <Code key={word}>{word}</Code>
              ))}
            </Group>
          )}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  )
}

function Part({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text>{text}</Text>
    </div>
  )
}
