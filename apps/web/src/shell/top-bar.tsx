import { Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useSignedIn } from '../session/me-context.ts'
import { AccountMenu } from './account-menu.tsx'
import { CompanySwitcher } from './company-switcher.tsx'
import { messages } from './messages.ts'
import { NotificationsBell } from './notifications-bell.tsx'
import { PracticeBadge } from './practice-badge.tsx'

export function TopBar() {
  const { company } = useSignedIn()
  return (
    <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        <Link to="/" aria-label={messages.home} style={{ display: 'flex', padding: 9, margin: -9 }}>
          <img src="/icon.svg" alt="" width={26} height={26} />
        </Link>
        <Text fw={650} visibleFrom="sm" mr="sm">
          {messages.product}
        </Text>
        <CompanySwitcher />
        {company.practice ? <PracticeBadge /> : null}
      </Group>
      <Group gap={4} wrap="nowrap">
        <NotificationsBell />
        <AccountMenu />
      </Group>
    </Group>
  )
}
