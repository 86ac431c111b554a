import type { ConnectionView } from '@fieldledger/contract'
import { Button, Tooltip } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import type { CatalogueRecord } from '../catalogue-record.ts'
import { messages } from '../messages.ts'

/** At the right of a material without a pair: one button for each ledger in which it has none. */
export function MapItemButton(props: { record: CatalogueRecord; connections: readonly ConnectionView[] }) {
  const { record } = props
  const navigate = useNavigate()
  return props.connections
    .filter(({ id }) => !record.links.some((link) => link.connectionId === id && link.active))
    .map(({ id, providerLabel }) => (
      <Tooltip key={id} label={messages.mapItem(providerLabel)}>
        <Button
          onClick={() => navigate(`/catalogue/materials/${record.id}/map/${id}`)}
          size="compact-sm"
          variant="default"
          leftSection={<IconLink size={14} aria-hidden />}
          aria-label={messages.mapItem(providerLabel)}
        >
          {messages.mapShort}
        </Button>
      </Tooltip>
    ))
}
