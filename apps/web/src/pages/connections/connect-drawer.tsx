import type {
  AuthoriseAnswer,
  ConnectionView,
  NewConnection,
  Page,
  ProviderView,
} from '@fieldledger/contract'
import { Drawer, LoadState } from '@fieldledger/ui'
import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from './messages.ts'

/** Picks the ledger and goes to its consent page. */
export function ConnectDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [leaving, setLeaving] = useState(false)
  const providers = useQuery({
    queryKey: ['providers'],
    queryFn: ({ signal }) => api.get<Page<ProviderView>>('/providers', signal),
    enabled: opened,
  })
  const connect = useMutation({
    mutationFn: async (wish: NewConnection) => {
      const made = await api.post<ConnectionView>('/connections', wish)
      return api.post<AuthoriseAnswer>(`/connections/${made.id}/authorize`)
    },
    onSuccess: ({ url }) => {
      setLeaving(true)
      location.assign(url)
    },
  })
  return (
    <Drawer title={messages.connect} opened={opened} onClose={onClose} closeLabel={messages.close}>
      <Stack>
        <Text c="dimmed">{messages.leaving}</Text>
        {connect.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(connect.error)}
          </Alert>
        ) : null}
        <LoadState query={providers} retryLabel={messages.retry}>
          {({ rows }) => (
            <>
              {rows.map((provider) => (
                <Paper key={provider.id} p="md">
                  <Group mb="sm">
                    <img src={provider.logoUrl} alt="" width={32} height={32} />
                    <Text fw={620}>{provider.label}</Text>
                  </Group>
                  {provider.capabilities.choosesCompanies ? (
                    <Text size="sm" c="dimmed" mb="sm">
                      {messages.severalAtOnce}
                    </Text>
                  ) : null}
                  <Stack gap="xs">
                    {provider.environments.map(({ environment, available, reason }) => (
                      <div key={environment}>
                        <Button
                          fullWidth
                          variant={available ? 'filled' : 'default'}
                          disabled={!available}
                          loading={
                            (connect.isPending || leaving) && connect.variables?.environment === environment
                          }
                          aria-label={`${provider.label}: ${messages.environments[environment]}`}
                          onClick={() => connect.mutate({ provider: provider.id, environment })}
                        >
                          {messages.environments[environment]}
                        </Button>
                        {available || !reason ? null : (
                          <Text size="sm" c="dimmed" mt={4}>
                            {reason}
                          </Text>
                        )}
                      </div>
                    ))}
                  </Stack>
                </Paper>
              ))}
            </>
          )}
        </LoadState>
      </Stack>
    </Drawer>
  )
}
