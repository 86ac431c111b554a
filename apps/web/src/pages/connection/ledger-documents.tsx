import { type DocumentCapability, describeField, mayBeChanged } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Box, Table } from '@mantine/core'
import { documentName } from './document-name.ts'
import { messages } from './messages.ts'

/** What this ledger takes, and how. */
export function LedgerDocuments({ connection }: { connection: ConnectionView }) {
  const documents = Object.entries(connection.capabilities.documents)
  return (
    <Panel title={messages.takes} flush>
      <Box style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{messages.document}</Table.Th>
              <Table.Th>{messages.calledThere}</Table.Th>
              <Table.Th>{messages.create}</Table.Th>
              <Table.Th>{messages.update}</Table.Th>
              <Table.Th>{messages.whenCancelled}</Table.Th>
              <Table.Th>{messages.beside}</Table.Th>
              <Table.Th>{messages.limits}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {documents.map(([kind, document]) => (
              <Table.Tr key={kind}>
                <Table.Td fw={600}>{documentName(kind)}</Table.Td>
                <Table.Td>{document.label}</Table.Td>
                <Table.Td>{document.create ? messages.yes : messages.no}</Table.Td>
                <Table.Td miw={200}>{changedWhile(document)}</Table.Td>
                <Table.Td>{cancelled(document)}</Table.Td>
                <Table.Td miw={180}>{besideOf(document)}</Table.Td>
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

function cancelled({ cancel, deletesByChoice }: DocumentCapability): string {
  return deletesByChoice === true ? messages.orDeleted(messages.cancels[cancel]) : messages.cancels[cancel]
}

/** In which ways it may stand there for a change to go. */
function changedWhile(document: DocumentCapability): string {
  if (!mayBeChanged(document)) return messages.no
  const ways = document.edits.flatMap(({ words, stays }) => {
    if (stays === 'everything') return []
    return stays === 'nothing' ? words : messages.changedBut(words, stays.map(describeField).join(', '))
  })
  return messages.changedWhile(ways.join(', or '))
}

function besideOf({ commentsBeside, files }: DocumentCapability): string {
  const { comments, files: filesOf, none } = messages.besides
  const told = [
    ...(commentsBeside === true ? [comments] : []),
    ...(files === undefined ? [] : [filesOf(files.bytes / 1_000_000, files)]),
  ]
  return told.length === 0 ? none : told.join('; ')
}
