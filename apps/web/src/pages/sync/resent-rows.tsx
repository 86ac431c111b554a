import type { ResentForm } from '@fieldledger/contract'
import { StatusBadge, type StatusTone } from '@fieldledger/ui'
import { Box, Table, Text } from '@mantine/core'
import { messages } from './messages.ts'

const tones: Record<ResentForm['does'], StatusTone> = {
  send: 'good',
  update: 'good',
  hold: 'warning',
  skip: 'grey',
  'under-way': 'grey',
  stopped: 'warning',
  refuse: 'bad',
}

export function ResentRows({ rows }: { rows: readonly ResentForm[] }) {
  return (
    <Box style={{ overflowX: 'auto' }} tabIndex={0}>
      <Table aria-label={messages.resend.foreseen}>
        <Table.Tbody>
          {rows.map(({ submissionId, number, does, message }) => (
            <Table.Tr key={submissionId} data-does={does}>
              <Table.Td className="numeric" style={{ whiteSpace: 'nowrap' }}>
                {number}
              </Table.Td>
              <Table.Td>
                <StatusBadge tone={tones[does]} word={messages.resend.does[does]} />
                {message === '' ? null : (
                  <Text size="xs" c="dimmed" mt={4}>
                    {message}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
