import type { ConnectionView } from '@fieldledger/contract'
import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { CatalogueList } from '../catalogue-list.ts'
import { messages } from './messages.ts'

/** From what is not linked to the likely pairs in each ledger that lists such records. */
export function ToSuggestions(props: { list: CatalogueList; connections: readonly ConnectionView[] }) {
  const { list } = props
  if (list !== 'vendors' && list !== 'materials') return null
  const able = props.connections.filter(({ state, capabilities }) => {
    const lists = list === 'vendors' ? capabilities.vendors.list : capabilities.items.list
    return state === 'active' && lists
  })
  return able.map((connection) => (
    <Button
      key={connection.id}
      component={Link}
      to={`/catalogue/${list}/suggestions/${connection.id}`}
      variant="default"
      leftSection={<IconLink size={16} aria-hidden />}
    >
      {able.length > 1 ? `${messages.open}: ${connection.providerLabel}` : messages.open}
    </Button>
  ))
}
