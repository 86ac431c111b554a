import type { DocumentKind } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import { DateText, Panel } from '@fieldledger/ui'
import { takesLineTax } from '@fieldledger/workflow'
import { Anchor, Box, Table } from '@mantine/core'
import { Link } from 'react-router'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import { sendableKinds } from './sendable-kinds.ts'

/** The ledger's lists: which way they go, and when each was taken over last. */
export function ImportedLists({ connection }: { connection: ConnectionView }) {
  const mayImport = useMay('catalogue.edit')
  const { capabilities, providerLabel, imported } = connection
  const { vendors, items, accounts, classes, terms } = capabilities
  const isTaxed = (kind: DocumentKind) => takesLineTax(connection, kind)
  const way = (creates: boolean) =>
    creates ? messages.toAndFrom(providerLabel) : messages.fromLedger(providerLabel)
  const lists = [
    {
      list: 'vendors',
      shown: vendors.list,
      way: vendors.update ? messages.bothWays(providerLabel) : way(vendors.create),
    },
    { list: 'items', shown: items.list, way: way(items.create.length > 0) },
    { list: 'accounts', shown: accounts.list, way: way(false) },
    { list: 'tax-rates', shown: sendableKinds(capabilities).some(isTaxed), way: way(false) },
    {
      list: 'terms',
      shown: terms === true || vendors.terms === true,
      way: terms ? way(false) : messages.withVendors(providerLabel),
      with: 'vendors',
      live: terms === true,
    },
    { list: 'classes', shown: classes, way: way(false), live: true },
    {
      list: 'payments',
      shown: capabilities.changes !== undefined && capabilities.documents.bill !== undefined,
      way: way(false),
    },
  ] as const
  return (
    <Panel
      title={messages.importedTitle}
      flush
      aside={
        mayImport ? (
          <Anchor component={Link} to="?tab=lists" size="sm">
            {messages.importNow}
          </Anchor>
        ) : null
      }
    >
      <Box style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table aria-label={messages.importedTitle}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{messages.list}</Table.Th>
              <Table.Th>{messages.direction}</Table.Th>
              <Table.Th>{messages.lastImport}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lists
              .filter(({ shown }) => shown)
              .map((row) => (
                <Table.Tr key={row.list}>
                  <Table.Td fw={600}>{messages.importedLists[row.list]}</Table.Td>
                  <Table.Td>{row.way}</Table.Td>
                  <Table.Td>
                    <LastImport
                      at={imported['with' in row ? row.with : row.list]}
                      live={'live' in row && row.live}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Panel>
  )
}

function LastImport({ at, live }: { at: string | undefined; live: boolean }) {
  if (live) return messages.readLive
  return at === undefined ? messages.neverImported : <DateText value={at} />
}
