import type { ResentForm } from '@fieldledger/contract'
import { List, Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'

/** How many will really go, and why the others will not: causes first, the commonest at the top. */
export function WhyNot({ rows, going }: { rows: readonly ResentForm[]; going: number }) {
  const staying = rows.filter(({ does }) => does !== 'send' && does !== 'update')
  const causes = new Map<string, number>()
  for (const row of staying) causes.set(causeOf(row), (causes.get(causeOf(row)) ?? 0) + 1)
  const common = [...causes].sort(([, one], [, other]) => other - one)
  return (
    <Stack gap={4} data-going={going}>
      <Text fw={600}>{messages.resend.goes(going, rows.length)}</Text>
      <List size="sm" aria-label={messages.resend.causes}>
        {common.map(([why, count]) => (
          <List.Item key={why}>{messages.resend.because(count, why)}</List.Item>
        ))}
      </List>
    </Stack>
  )
}

/** What is there already names its number there, and that is no cause. */
function causeOf({ does, message }: ResentForm): string {
  return does === 'hold' || does === 'refuse' ? message : `${messages.resend.does[does]}.`
}
