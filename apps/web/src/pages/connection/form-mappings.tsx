import type { ConnectionView, FormMappingView, Page } from '@fieldledger/contract'
import { EmptyState, LoadState, Panel, StatusBadge } from '@fieldledger/ui'
import { Anchor, Box, Button, Group, Table, Text } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { useMay } from '../../session/me-context.ts'
import { documentName } from './document-name.ts'
import { MappingDrawer } from './mapping-drawer.tsx'
import { messages } from './messages.ts'

/** Which forms can be sent to this ledger, and by whose mapping. */
export function FormMappings({ connection }: { connection: ConnectionView }) {
  const mayEdit = useMay('catalogue.edit')
  const [open, setOpen] = useState<FormMappingView>()
  const mappings = useQuery({
    queryKey: ['connections', connection.id, 'mappings'],
    queryFn: ({ signal }) => api.get<Page<FormMappingView>>(`/connections/${connection.id}/mappings`, signal),
  })
  return (
    <Panel title={messages.mappingsTitle} flush>
      <Text c="dimmed" size="sm" p="md" maw={760}>
        {messages.mappingsHint}
      </Text>
      <LoadState query={mappings} retryLabel={messages.retry}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconFileText size={24} />}
              title={messages.noForms}
              hint={messages.noFormsHint}
            />
          ) : (
            <Box style={{ overflowX: 'auto' }} tabIndex={0}>
              <Table aria-label={messages.mappingsTitle}>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.formId} data-mapping={row.from}>
                      <Table.Td>
                        <Text fw={600} size="sm">
                          {row.formName}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {documentName(row.documentKind)}
                        </Text>
                      </Table.Td>
                      <Table.Td>
                        <Group justify="space-between" gap="xs">
                          <StatusBadge
                            tone={row.from === 'missing' ? 'warning' : 'good'}
                            word={messages.mappingFrom[row.from]}
                          />
                          {row.from === 'step' ? (
                            <Anchor component={Link} to={`/forms/${row.formId}/workflow`} size="sm">
                              {messages.openWorkflow}
                            </Anchor>
                          ) : mayEdit ? (
                            <Button
                              size="xs"
                              variant={row.from === 'missing' ? 'filled' : 'default'}
                              disabled={connection.state !== 'active'}
                              aria-label={`${messages.setMapping}: ${row.formName}`}
                              onClick={() => setOpen(row)}
                            >
                              {messages.setMapping}
                            </Button>
                          ) : null}
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Box>
          )
        }
      </LoadState>
      {open === undefined ? null : (
        <MappingDrawer connection={connection} row={open} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  )
}
