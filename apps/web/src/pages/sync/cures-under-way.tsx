import type { BatchView, Page } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { Anchor, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { untilFinished } from '../../batches/until-finished.ts'
import { messages } from './messages.ts'

/** Causes that are being tried again for all that they held, and how far each is: whoever comes back finds it here. */
export function CuresUnderWay() {
  const batches = useQuery({
    queryKey: ['batches', 'newest'],
    queryFn: ({ signal }) => api.get<Page<BatchView>>('/batches', signal),
    refetchInterval: ({ state }) => untilFinished(state.data?.rows ?? []),
  })
  const cures = (batches.data?.rows ?? []).filter((one) => one.origin === 'cure' && one.finishedAt === null)
  return cures.map(({ id, cause, counts, expected }) => {
    const settled = counts.sent + counts.done + counts.failed + counts.skipped + counts.waiting
    return (
      <Group key={id} gap="xs" role="status">
        <StatusBadge tone="moving" word={messages.triedAgain} />
        <span>{messages.batches.progress(settled, expected ?? settled + counts.underWay)}</span>
        <Anchor component={Link} to={`/sync/batches/${id}`}>
          {cause}
        </Anchor>
      </Group>
    )
  })
}
