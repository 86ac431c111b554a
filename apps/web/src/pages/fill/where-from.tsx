import type { SubmissionView } from '@fieldledger/contract'
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { messages } from './messages.ts'

/** The way back: to the order that is received or billed, else to the forms. */
export function WhereFrom({ orderId }: { orderId: string | undefined }) {
  const order = useQuery({
    queryKey: ['submissions', orderId],
    queryFn: ({ signal }) => api.get<SubmissionView>(`/submissions/${orderId}`, signal),
    enabled: orderId !== undefined,
  })
  if (orderId === undefined)
    return (
      <Anchor component={Link} to="/my-forms">
        {messages.title}
      </Anchor>
    )
  return (
    <Anchor component={Link} to={`/submissions/${orderId}`}>
      {messages.madeFrom(order.data?.number ?? messages.itsOrder)}
    </Anchor>
  )
}
