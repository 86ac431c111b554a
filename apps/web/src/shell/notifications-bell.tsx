import { DateText } from '@fieldledger/ui'
import { ActionIcon, Button, Indicator, Popover, ScrollArea, Stack, Text } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/api.ts'
import { messages } from './messages.ts'
import type { NotificationList } from './notification-list.ts'

export function NotificationsBell() {
  const queries = useQueryClient()
  const list = useQuery({
    queryKey: ['notifications'],
    queryFn: ({ signal }) => api.get<NotificationList>('/notifications', signal),
    retry: false,
  })
  const rows = list.data?.rows ?? []
  const unread = rows.filter(({ readAt }) => !readAt).length
  const markRead = async () => {
    await api.post('/notifications/read')
    await queries.invalidateQueries({ queryKey: ['notifications'] })
  }
  return (
    <Popover position="bottom-end" width={340} shadow="md" trapFocus>
      <Indicator disabled={unread === 0} label={unread} size={16} offset={5}>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={messages.unread(unread)}>
            <IconBell size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="xs">
        {rows.length === 0 ? <Text c="dimmed">{messages.noNotifications}</Text> : null}
        <ScrollArea.Autosize mah={360}>
          <Stack gap="xs">
            {rows.map((one) => (
              <Stack key={one.id} gap={0}>
                <Text size="sm" fw={one.readAt ? 400 : 600} component="div">
                  {placeOf(one) !== undefined ? (
                    <Link to={placeOf(one) ?? ''} style={{ color: 'inherit' }}>
                      {one.text}
                    </Link>
                  ) : (
                    one.text
                  )}
                </Text>
                <Text size="xs" c="dimmed">
                  <DateText value={one.at} style="relative" />
                </Text>
              </Stack>
            ))}
          </Stack>
        </ScrollArea.Autosize>
        {unread > 0 ? (
          <Button mt="xs" size="xs" variant="light" onClick={() => void markRead()}>
            {messages.markRead}
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function placeOf({ submissionId, batchId }: NotificationList['rows'][number]): string | undefined {
  if (batchId) return `/sync/batches/${batchId}`
  return submissionId ? `/submissions/${submissionId}` : undefined
}
