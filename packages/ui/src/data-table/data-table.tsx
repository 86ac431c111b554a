import { Box, Group, Stack, Text } from '@mantine/core'
import type { RowData } from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'
import { useIsPhone } from '../use-is-phone.ts'
import { CardList } from './card-list.tsx'
import { DataGrid } from './data-grid.tsx'
import type { Selection } from './selection.ts'

export interface Column<Row> {
  id: string
  label: string
  cell: (row: Row) => ReactNode
  /** What to sort by; a column without it cannot be sorted. */
  sortBy?: (row: Row) => string | number
  align?: 'right'
  /** Numbers, dates and names that read badly when they break. */
  oneLine?: boolean
  /** Of the table, in per cent: so that lists beneath each other line up. */
  share?: number
  /** A name of any length: it takes this much of the table in per cent, is cut there, and stands whole in its title. */
  cut?: number
  /** Left out where no row of the list has anything to say there. */
  filled?: (row: Row) => boolean
  /** Left out of the cards on a phone. */
  wideOnly?: boolean
  /** It is the heading of a card, wherever its place in the table is. */
  heading?: boolean
  /** A card says its label too: alone the value would say nothing. */
  named?: boolean
}

export interface RowButton<Row> {
  heading: string
  cell: (row: Row) => ReactNode
}

const frame = {
  border: '1px solid var(--line)',
  borderRadius: 'var(--mantine-radius-md)',
  background: 'var(--surface)',
  overflow: 'hidden',
} as const

/** A list: sticky head, sorting, arrow keys and Enter; cards instead of a table on a phone. */
export function DataTable<Row extends RowData>(props: {
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  onOpen?: (row: Row) => void
  selection?: Selection<Row>
  /** A button at the right of each row, apart from opening it. */
  rowButton?: RowButton<Row>
  empty: ReactNode
  /** Search box and filters; their state lives with the caller, in the URL. */
  tools?: ReactNode
  aside?: ReactNode
  footer?: ReactNode
  /** It lies in a panel that has a frame of its own. */
  frameless?: boolean
}) {
  const phone = useIsPhone()
  const { rows } = props
  const columns = useMemo(
    () => props.columns.filter(({ filled }) => filled === undefined || rows.some(filled)),
    [props.columns, rows],
  )
  const table = { ...props, columns }
  return (
    <Stack gap="xs">
      {props.tools || props.aside ? (
        <Group justify="space-between" align="flex-end" gap="xs">
          <Group gap="xs" align="flex-end" style={{ flex: '1 1 300px' }}>
            {props.tools}
          </Group>
          {props.aside}
        </Group>
      ) : null}
      <Box style={props.frameless ? undefined : frame}>
        {props.rows.length === 0 ? props.empty : phone ? <CardList {...table} /> : <DataGrid {...table} />}
      </Box>
      {props.footer ? (
        <Text c="dimmed" size="sm" component="div">
          {props.footer}
        </Text>
      ) : null}
    </Stack>
  )
}
