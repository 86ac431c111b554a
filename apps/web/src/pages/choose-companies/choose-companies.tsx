import type { ChosenAnswer, ChosenCompanies, CompanyChoiceView } from '@fieldledger/contract'
import { DateText, Panel } from '@fieldledger/ui'
import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from './messages.ts'

export function ChooseCompanies({ choice }: { choice: CompanyChoiceView }) {
  const [chosen, setChosen] = useState<string[]>([])
  const goTo = useNavigate()
  const queries = useQueryClient()
  const connect = useMutation({
    mutationFn: (companies: string[]) => {
      const body: ChosenCompanies = { companies }
      return api.post<ChosenAnswer>(`/company-choices/${choice.id}`, body)
    },
    onSuccess: ({ connectionIds }) => {
      const [only] = connectionIds
      notifications.show({ message: messages.done(connectionIds.length), color: 'teal' })
      void queries.invalidateQueries({ queryKey: ['connections'] })
      void goTo(connectionIds.length === 1 ? `/connections/${only}` : '/connections')
    },
  })
  return (
    <Panel title={messages.companies}>
      <Stack maw={640}>
        <Checkbox.Group value={chosen} onChange={setChosen} aria-label={messages.companies}>
          <Stack gap="sm">
            {choice.companies.map(({ id, name, connected }) => (
              <Checkbox
                key={id}
                value={id}
                label={name ?? messages.nameless(id)}
                disabled={connected}
                {...(connected ? { description: messages.connected } : {})}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {connect.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(connect.error)}
          </Alert>
        ) : null}
        <Group>
          <Button
            disabled={chosen.length === 0}
            loading={connect.isPending}
            onClick={() => connect.mutate(chosen)}
          >
            {messages.connect(chosen.length)}
          </Button>
          <Button component={Link} to="/connections" variant="default">
            {connect.error ? messages.back : messages.notNow}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {messages.until} <DateText value={choice.expiresAt} style="time" />
        </Text>
      </Stack>
    </Panel>
  )
}
