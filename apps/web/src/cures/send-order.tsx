import type { Problem } from '@fieldledger/workflow'
import { Anchor, Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** The order of the form never arrived there: it is sent first, and what waits for it goes on by itself. */
export function SendOrder({ problem }: { problem: Problem }) {
  const maySend = useMay('document.send')
  const done = useDone()
  const { orderId, connectionId } = problem.params ?? {}
  if (orderId === undefined) return null
  const send = () =>
    done(() => api.post(`/submissions/${orderId}/send`, { connectionId }), messages.orderOnItsWay)
  return (
    <Group gap="sm">
      {maySend ? <Button onClick={() => void send()}>{messages.sendOrder}</Button> : null}
      <Anchor component={Link} to={`/submissions/${orderId}`} size="sm">
        {messages.openOrder}
      </Anchor>
    </Group>
  )
}
