import { Alert, Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { sentenceOf } from '../../api/sentence-of.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'

/** Why nothing was sent stays where the button is, with the way to what cures it. */
export function SendRefused({ error, connectionId }: { error: Error; connectionId: string }) {
  const mayManage = useMay('connection.manage')
  const unset = 'code' in error && error.code === 'nothing-to-send'
  return (
    <Alert color="red" role="alert" p="xs">
      {sentenceOf(error)}{' '}
      {unset && mayManage ? (
        <Anchor component={Link} to={`/connections/${connectionId}?tab=sending`}>
          {messages.openSending}
        </Anchor>
      ) : null}
    </Alert>
  )
}
