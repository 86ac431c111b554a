import { Badge } from '@mantine/core'
import { NavLink } from 'react-router'
import { useSignedIn } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { places } from './places.ts'
import classes from './shell.module.css'
import { useAttentionCount } from './use-attention-count.ts'
import { useOpenTaskCount } from './use-open-task-count.ts'

export function Rail() {
  const me = useSignedIn()
  const openTasks = useOpenTaskCount()
  const attention = useAttentionCount()
  const mine = places.filter(
    ({ permission }) => permission === undefined || me.permissions.includes(permission),
  )
  return (
    <div className={classes.rail}>
      {mine.map(({ to, label, Icon }) => (
        <NavLink key={to} to={to} end={to === '/'} className={classes.place ?? ''}>
          <Icon size={18} stroke={1.6} aria-hidden />
          <span style={{ flex: 1 }}>{label}</span>
          {to === '/tasks' && openTasks > 0 ? (
            <Badge size="sm" aria-label={messages.openTasks(openTasks)}>
              {openTasks}
            </Badge>
          ) : null}
          {to === '/sync' && attention > 0 ? (
            <Badge size="sm" color="yellow" aria-label={messages.attention(attention)}>
              {attention}
            </Badge>
          ) : null}
        </NavLink>
      ))}
    </div>
  )
}
