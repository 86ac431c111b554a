import { PageHeader, Panel } from '@fieldledger/ui'
import { Badge, Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useSignedIn } from '../../session/me-context.ts'
import { messages } from '../../shell/messages.ts'
import { places } from '../../shell/places.ts'
import { useAttentionCount } from '../../shell/use-attention-count.ts'
import classes from './more-page.module.css'

/** The rail of the phone. */
export function MorePage() {
  const me = useSignedIn()
  const attention = useAttentionCount()
  return (
    <>
      <PageHeader title={messages.barMore} hint={messages.role(me.role)} />
      <Panel flush>
        {places
          .filter(({ permission }) => permission === undefined || me.permissions.includes(permission))
          .map(({ to, label, Icon }) => (
            <Link key={to} to={to} className={classes.row}>
              <Icon size={20} stroke={1.6} aria-hidden />
              <Text component="span" style={{ flex: 1 }}>
                {label}
              </Text>
              {to === '/sync' && attention > 0 ? (
                <Badge size="sm" color="yellow" aria-label={messages.attention(attention)}>
                  {attention}
                </Badge>
              ) : null}
              <IconChevronRight size={16} aria-hidden />
            </Link>
          ))}
      </Panel>
    </>
  )
}
