import type { Side } from '@fieldledger/workflow'
import { CloseButton, Group, Table } from '@mantine/core'
import { messages } from './messages.ts'

/** Rules that were learned where somebody said "always": each can be taken away. */
export function AlwaysRules(props: {
  always: Readonly<Record<string, Side | undefined>>
  /** Field → what people call it. */
  names: Readonly<Record<string, string>>
  ledger: string
  onChange: (always: Record<string, Side | undefined>) => void
}) {
  const forget = (field: string) => {
    const { [field]: _forgotten, ...kept } = props.always
    props.onChange(kept)
  }
  return Object.entries(props.always).map(([field, side]) => {
    const name = props.names[field] ?? field
    return (
      <Table.Tr key={field}>
        <Table.Td>{messages.changedOnBoth(name)}</Table.Td>
        <Table.Td>
          <Group gap="xs" wrap="nowrap">
            {side === 'ours' ? messages.oursStands : messages.theirsStands(props.ledger)}
            <CloseButton
              size="sm"
              iconSize={16}
              style={{ flexShrink: 0 }}
              aria-label={messages.forgetRule(name)}
              onClick={() => forget(field)}
            />
          </Group>
        </Table.Td>
      </Table.Tr>
    )
  })
}
