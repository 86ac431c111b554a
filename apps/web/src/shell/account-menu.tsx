import { ActionIcon, Avatar, Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconPlaneDeparture, IconSun } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useSignedIn } from '../session/me-context.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import { AbsenceDrawer } from './absence-drawer.tsx'
import { DigestItem } from './digest-item.tsx'
import { messages } from './messages.ts'

export function AccountMenu() {
  const me = useSignedIn()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const mayDecide = useMay('task.decide')
  const mayReadTasks = useMay('task.read')
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            radius="xl"
            aria-label={messages.account(me.name)}
          >
            <Avatar size={30} fz={12} color="teal" name={me.name} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.name}
            <br />
            {messages.role(me.role)}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Label>{messages.scheme}</Menu.Label>
          <Menu.Item leftSection={<IconSun size={16} aria-hidden />} onClick={() => setColorScheme('light')}>
            {messages.light}
          </Menu.Item>
          <Menu.Item leftSection={<IconMoon size={16} aria-hidden />} onClick={() => setColorScheme('dark')}>
            {messages.dark}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDeviceDesktop size={16} aria-hidden />}
            onClick={() => setColorScheme('auto')}
          >
            {messages.auto}
          </Menu.Item>
          <Menu.Divider />
          {mayReadTasks ? <DigestItem /> : null}
          {mayDecide ? (
            <Menu.Item
              leftSection={<IconPlaneDeparture size={16} aria-hidden />}
              onClick={() => setLeaving(true)}
            >
              {messages.absence.title}
            </Menu.Item>
          ) : null}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
            {messages.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {mayDecide ? <AbsenceDrawer opened={leaving} onClose={() => setLeaving(false)} /> : null}
    </>
  )
}
