import { StatusBadge } from '@fieldledger/ui'
import { Group } from '@mantine/core'
import type { CatalogueRecord } from './catalogue-record.ts'
import { messages } from './messages.ts'

export function LinkBadges({ record }: { record: CatalogueRecord }) {
  return (
    <Group gap={4}>
      {record.state === 'proposed' ? <StatusBadge tone="warning" word={messages.proposed} /> : null}
      {record.links.some(({ active }) => active) ? null : (
        <StatusBadge tone="grey" word={messages.notLinked} />
      )}
      {record.links.map((link) => (
        <StatusBadge
          key={link.connectionId}
          tone={link.active ? 'good' : 'warning'}
          word={
            link.active
              ? messages.linkedWith(link.providerLabel)
              : `${link.providerLabel}: ${messages.inactiveThere}`
          }
        />
      ))}
    </Group>
  )
}
