import type { ConnectionView, MaterialView } from '@fieldledger/contract'
import { LoadState, PageHeader } from '@fieldledger/ui'
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../../api/api.ts'
import { useConnection } from '../../../data/use-connections.ts'
import { listNames, messages } from '../messages.ts'
import { MapItemForm } from './map-item-form.tsx'

export function MapItemPage() {
  const { materialId = '', connectionId = '' } = useParams()
  const connection = useConnection(connectionId)
  const material = useQuery({
    queryKey: ['catalogue', 'materials', materialId],
    queryFn: ({ signal }) => api.get<MaterialView>(`/materials/${materialId}`, signal),
  })
  return (
    <LoadState query={connection} retryLabel={messages.retry}>
      {(ledger) => (
        <LoadState query={material} retryLabel={messages.retry}>
          {(record) => <MapItem material={record} connection={ledger} />}
        </LoadState>
      )}
    </LoadState>
  )
}

function MapItem(props: { material: MaterialView; connection: ConnectionView }) {
  const { material, connection } = props
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to="/catalogue/materials">
            {listNames.materials}
          </Anchor>
        }
        title={messages.mapTitle(connection.providerLabel)}
        hint={material.name}
      />
      <MapItemForm material={material} connection={connection} />
    </>
  )
}
