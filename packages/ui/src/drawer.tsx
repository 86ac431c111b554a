import { Drawer as MantineDrawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFocusBack } from './use-focus-back.ts'
import { useIsPhone } from './use-is-phone.ts'

/** A panel from the right; on a phone from below, over the whole width. */
export function Drawer(props: {
  title: string
  opened: boolean
  onClose: () => void
  children: ReactNode
  size?: string | number
  closeLabel: string
}) {
  const phone = useIsPhone()
  useFocusBack(props.opened)
  return (
    <MantineDrawer
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : (props.size ?? 480)}
      closeButtonProps={{ 'aria-label': props.closeLabel }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      styles={{ title: { fontWeight: 620, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      {props.children}
    </MantineDrawer>
  )
}
