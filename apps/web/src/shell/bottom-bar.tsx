import { Badge } from '@mantine/core'
import { IconChecklist, IconFileText, IconMenu2, IconPencilPlus } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import classes from './shell.module.css'
import { useAttentionCount } from './use-attention-count.ts'
import { useOpenTaskCount } from './use-open-task-count.ts'

const entries = [
  { to: '/my-forms', label: messages.barNew, Icon: IconPencilPlus, permission: 'form.submit' },
  { to: '/submissions', label: messages.barMine, Icon: IconFileText, permission: 'submission.read' },
  { to: '/tasks', label: messages.tasks, Icon: IconChecklist, permission: 'task.read' },
  { to: '/more', label: messages.barMore, Icon: IconMenu2, permission: 'form.read' },
] as const

const overIcon = {
  size: 'xs',
  pos: 'absolute',
  top: 4,
  left: 'calc(50% + 7px)',
  h: 18,
  px: 5,
  variant: 'filled',
} as const

/** The four places a thumb needs. */
export function BottomBar() {
  const openTasks = useOpenTaskCount()
  const attention = useAttentionCount()
  const may = {
    'form.submit': useMay('form.submit'),
    'submission.read': useMay('submission.read'),
    'task.read': useMay('task.read'),
    'form.read': true,
  }
  return (
    <nav className={classes.bar} aria-label={messages.navigation}>
      {entries
        .filter(({ permission }) => may[permission])
        .map(({ to, label, Icon }) => (
          <NavLink key={to} to={to} className={classes.barPlace ?? ''}>
            <Icon size={22} stroke={1.6} aria-hidden />
            <span>{label}</span>
            {to === '/tasks' && openTasks > 0 ? (
              <Badge {...overIcon} aria-label={messages.openTasks(openTasks)}>
                {openTasks}
              </Badge>
            ) : null}
            {to === '/more' && attention > 0 ? (
              <Badge {...overIcon} color="yellow" autoContrast aria-label={messages.attention(attention)}>
                {attention}
              </Badge>
            ) : null}
          </NavLink>
        ))}
    </nav>
  )
}
