import type { ConnectionView } from '@fieldledger/contract'
import { FormType } from '@fieldledger/forms'
import { Panel } from '@fieldledger/ui'
import { formTypeName } from '@fieldledger/workflow'
import { Box, Table, Text } from '@mantine/core'
import { messages } from './messages.ts'

/** What this ledger takes, and how. */
export function SendingTab({ connection }: { connection: ConnectionView }) {
  const documents = Object.entries(connection.capabilities.documents)
  return (
    <Panel flush>
      <Text c="dimmed" p="md">
        {messages.sendHint}
      </Text>
      <Box style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{messages.document}</Table.Th>
              <Table.Th>{messages.calledThere}</Table.Th>
              <Table.Th>{messages.create}</Table.Th>
              <Table.Th>{messages.update}</Table.Th>
              <Table.Th>{messages.whenCancelled}</Table.Th>
              <Table.Th>{messages.limits}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {documents.map(([kind, document]) => (
              <Table.Tr key={kind}>
                <Table.Td fw={600}>{isFormType(kind) ? formTypeName(kind) : kind}</Table.Td>
                <Table.Td>{document.label}</Table.Td>
                <Table.Td>{document.create ? messages.yes : messages.no}</Table.Td>
                <Table.Td>{document.update ? messages.yes : messages.no}</Table.Td>
                <Table.Td>{messages.cancels[document.cancel]}</Table.Td>
                <Table.Td>
                  {messages.numberLimit(document.numberLimit)}, {messages.lineLimit(document.lineLimit)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Panel>
  )
}

function isFormType(kind: string): kind is FormType {
  return FormType.anyOf.some((one) => one.const === kind)
}
