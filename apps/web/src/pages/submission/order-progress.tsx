import type { SubmissionLinks } from '@fieldledger/contract'
import { useIsPhone } from '@fieldledger/ui'
import { Table } from '@mantine/core'
import { messages } from './messages.ts'
import { ProgressCards } from './progress-cards.tsx'

const words = messages.links

/** Ordered, received, billed and remaining of each line. */
export function OrderProgress({ lines }: { lines: SubmissionLinks['progress'] }) {
  const receives = lines.some(({ toReceive }) => toReceive !== undefined)
  const phone = useIsPhone()
  if (phone) return <ProgressCards lines={lines} />
  return (
    <Table.ScrollContainer minWidth={receives ? 560 : 400}>
      <Table aria-label={words.progress} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.line}</Table.Th>
            <Head word={words.ordered} />
            {receives ? <Head word={words.received} /> : null}
            {receives ? <Head word={words.toReceive} /> : null}
            <Head word={words.billed} />
            <Head word={words.toBill} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.rowId}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{line.description}</Table.Td>
              <Quantity value={line.ordered} unit={line.unit} />
              {receives ? <Quantity value={line.received} /> : null}
              {receives ? <Quantity value={line.toReceive ?? ''} /> : null}
              <Quantity value={line.billed} />
              <Quantity value={line.toBill} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Head({ word }: { word: string }) {
  return <Table.Th ta="right">{word}</Table.Th>
}

function Quantity({ value, unit }: { value: string; unit?: string | undefined }) {
  return (
    <Table.Td ta="right" className="numeric">
      {unit === undefined ? value : `${value} ${unit}`}
    </Table.Td>
  )
}
