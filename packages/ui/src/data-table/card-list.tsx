import { Box, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import type { Column } from './data-table.tsx'

/** A table's rows as cards: the first column is the heading, the last stands at its right. */
export function CardList<Row>(props: {
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  onOpen?: (row: Row) => void
}) {
  const [first, ...rest] = props.columns.filter(({ wideOnly }) => !wideOnly)
  return (
    <Stack gap={0} role="list" aria-label={props.label}>
      {props.rows.map((row) => {
        const content = (
          <Stack gap={4} p="sm" style={{ borderBottom: '1px solid var(--line)' }}>
            <Box fw={600}>{first?.cell(row)}</Box>
            <Group gap="xs" fz="sm">
              {rest.map((column) => (
                <Text key={column.id} component="span" size="sm" c="dimmed">
                  {column.cell(row)}
                </Text>
              ))}
            </Group>
          </Stack>
        )
        return (
          <Box role="listitem" key={props.rowId(row)}>
            {props.onOpen ? (
              <UnstyledButton w="100%" mih={48} onClick={() => props.onOpen?.(row)}>
                {content}
              </UnstyledButton>
            ) : (
              content
            )}
          </Box>
        )
      })}
    </Stack>
  )
}
