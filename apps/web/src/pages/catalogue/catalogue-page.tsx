import { PageHeader, TabBar } from '@fieldledger/ui'
import { Button, Tabs } from '@mantine/core'
import { IconDownload, IconTableImport } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from 'react-router'
import { useConnections } from '../../data/use-connections.ts'
import { useMay } from '../../session/me-context.ts'
import { catalogueLists, readCatalogueList } from './catalogue-list.ts'
import { CatalogueTable } from './catalogue-table.tsx'
import { messages as fileMessages } from './file-import/messages.ts'
import { listNames, messages } from './messages.ts'

const tabs = catalogueLists.map((list) => ({ value: list, label: listNames[list] }))

export function CataloguePage() {
  const list = readCatalogueList(useParams().list)
  const navigate = useNavigate()
  const connections = useConnections({ enabled: useMay('connection.read') })
  const mayEdit = useMay('catalogue.edit')
  const active = connections.data?.find(({ state }) => state === 'active')
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint}>
        {mayEdit ? (
          <Button
            component={Link}
            to={`/catalogue/${list}/import`}
            variant="default"
            leftSection={<IconTableImport size={16} aria-hidden />}
          >
            {fileMessages.open}
          </Button>
        ) : null}
        {active ? (
          <Button
            component={Link}
            to={`/connections/${active.id}?tab=lists`}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {messages.import}
          </Button>
        ) : null}
      </PageHeader>
      <Tabs value={list} onChange={(value) => navigate(`/catalogue/${value}`)} mb="md">
        <TabBar label={messages.lists} tabs={tabs} open={list} />
      </Tabs>
      <CatalogueTable key={list} list={list} connections={connections.data ?? []} />
    </>
  )
}
