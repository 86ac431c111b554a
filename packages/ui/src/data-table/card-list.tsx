import { Box, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import classes from './data-grid.module.css'
import type { Column, RowButton } from './data-table.tsx'
import { RowBox } from './row-box.tsx'
import type { Selection } from './selection.ts'

/** A table's rows as cards: under the column that is the heading, else the first one, stand the others. */
export function CardList<Row>(props: {
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  onOpen?: (row: Row) => void
  selection?: Selection<Row>
  rowButton?: RowButton<Row>
}) {
  const shown = props.columns.filter(({ wideOnly }) => !wideOnly)
  const first = shown.find(({ heading }) => heading) ?? shown[0]
  const rest = shown.filter((column) => column !== first)
  return (
    <Stack gap={0} role="list" aria-label={props.label}>
      {props.rows.map((row) => {
        const content = (
          <Stack gap={4} p="sm">
            <Box fw={600}>{first?.cell(row)}</Box>
            <Group gap="xs" fz="sm">
              {rest.map((column) => (
                <Text key={column.id} component="span" size="sm" c="dimmed">
                  {column.named ? `${column.label}: ` : null}
                  {column.cell(row)}
                </Text>
              ))}
            </Group>
          </Stack>
        )
        return (
          <Group
            role="listitem"
            key={props.rowId(row)}
            gap={0}
            wrap="nowrap"
            style={{ borderBottom: '1px solid var(--line)' }}
          >
            {props.selection ? (
              <Box component="label" className={classes.mark ?? ''}>
                <RowBox row={row} id={props.rowId(row)} selection={props.selection} />
              </Box>
            ) : null}
            {props.onOpen ? (
              <UnstyledButton w="100%" mih={48} onClick={() => props.onOpen?.(row)}>
                {content}
              </UnstyledButton>
            ) : (
              content
            )}
            {props.rowButton ? <Box pr="sm">{props.rowButton.cell(row)}</Box> : null}
          </Group>
        )
      })}
    </Stack>
  )
}
