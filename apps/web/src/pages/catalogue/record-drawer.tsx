import type { ConnectionView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Divider, Stack } from '@mantine/core'
import { type CatalogueList, isLinkable } from './catalogue-list.ts'
import type { CatalogueRecord } from './catalogue-record.ts'
import { ContactsOfVendor } from './contacts-of-vendor.tsx'
import { LinksOfRecord } from './links-of-record.tsx'
import { messages, singular } from './messages.ts'
import { PortalLinks } from './portal-links/portal-links.tsx'
import { ProposedVendorPart } from './proposed-vendor-part.tsx'
import { RecordForm } from './record-form.tsx'

export function RecordDrawer(props: {
  list: CatalogueList
  record: CatalogueRecord | undefined
  opened: boolean
  connections: readonly ConnectionView[]
  onClose: () => void
}) {
  const { record, list } = props
  return (
    <Drawer
      title={record === undefined ? messages.add(singular[list]) : messages.edit(record.name)}
      opened={props.opened}
      onClose={props.onClose}
      closeLabel={messages.close}
    >
      <Stack>
        {record?.state === 'proposed' ? <ProposedVendorPart vendor={record} onDone={props.onClose} /> : null}
        {record === undefined ? null : <ContactsOfVendor vendor={record} />}
        <RecordForm list={list} record={record} onDone={props.onClose} />
        {record !== undefined && isLinkable(list) ? (
          <>
            <Divider />
            <LinksOfRecord list={list} record={record} connections={props.connections} />
            {list === 'vendors' && !record.archived ? <PortalLinks vendor={record} /> : null}
          </>
        ) : null}
      </Stack>
    </Drawer>
  )
}
