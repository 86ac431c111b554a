import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import {
  type ColumnDef,
  createSortedRowModel,
  FlexRender,
  type RowData,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type KeyboardEvent, useMemo, useState } from 'react'
import classes from './data-grid.module.css'
import type { Column, RowButton } from './data-table.tsx'
import { RowBox } from './row-box.tsx'
import type { Selection } from './selection.ts'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
})

export function DataGrid<Row extends RowData>(props: {
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  onOpen?: (row: Row) => void
  selection?: Selection<Row>
  rowButton?: RowButton<Row>
}) {
  const [sorting, setSorting] = useState<{ id: string; desc: boolean }[]>([])
  const columns = useMemo(() => props.columns.map((column) => columnDef(column)), [props.columns])
  const table = useTable({
    features,
    columns,
    data: props.rows as Row[],
    getRowId: props.rowId,
    state: { sorting },
    onSortingChange: setSorting,
  })
  const aligned = (id: string) => props.columns.find((column) => column.id === id)?.align
  const shape = (id: string, row: Row) => {
    const column = props.columns.find((one) => one.id === id)
    if (column?.cut === undefined)
      return {
        ...(column?.oneLine ? { className: classes.oneLine } : {}),
        ...(column?.share === undefined ? {} : { w: `${column.share}%` }),
      }
    const text = column.cell(row)
    return { className: classes.cut, w: `${column.cut}%`, title: typeof text === 'string' ? text : undefined }
  }
  return (
    <div className={classes.scroll}>
      <Table
        aria-label={props.label}
        stickyHeader
        highlightOnHover={props.onOpen !== undefined}
        className={classes.table}
        verticalSpacing={7}
      >
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {props.selection ? (
                <Table.Th w={36}>
                  <VisuallyHidden>{props.selection.heading}</VisuallyHidden>
                </Table.Th>
              ) : null}
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted()
                return (
                  <Table.Th
                    key={header.id}
                    ta={aligned(header.id) ?? 'left'}
                    aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
                  >
                    {header.column.getCanSort() ? (
                      <UnstyledButton fz="xs" fw={600} onClick={header.column.getToggleSortingHandler()}>
                        <FlexRender header={header} />
                        {sorted === 'asc' ? <IconArrowUp size={12} aria-hidden /> : null}
                        {sorted === 'desc' ? <IconArrowDown size={12} aria-hidden /> : null}
                      </UnstyledButton>
                    ) : (
                      <FlexRender header={header} />
                    )}
                  </Table.Th>
                )
              })}
              {props.rowButton ? (
                <Table.Th>
                  <VisuallyHidden>{props.rowButton.heading}</VisuallyHidden>
                </Table.Th>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr
              key={row.id}
              {...(props.onOpen === undefined
                ? {}
                : {
                    tabIndex: 0,
                    className: classes.openable,
                    onClick: () => props.onOpen?.(row.original),
                    onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) =>
                      moveOrOpen(event, () => props.onOpen?.(row.original)),
                  })}
            >
              {props.selection ? (
                <Table.Td>
                  <RowBox row={row.original} id={row.id} selection={props.selection} />
                </Table.Td>
              ) : null}
              {row.getAllCells().map((cell) => (
                <Table.Td
                  key={cell.id}
                  ta={aligned(cell.column.id) ?? 'left'}
                  {...shape(cell.column.id, row.original)}
                >
                  <FlexRender cell={cell} />
                </Table.Td>
              ))}
              {props.rowButton ? (
                <Table.Td ta="right" onClick={(event) => event.stopPropagation()}>
                  {props.rowButton.cell(row.original)}
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function columnDef<Row extends RowData>(column: Column<Row>): ColumnDef<typeof features, Row> {
  const { sortBy } = column
  return {
    id: column.id,
    header: column.label,
    ...(sortBy === undefined ? {} : { accessorFn: (row: Row) => sortBy(row) }),
    enableSorting: sortBy !== undefined,
    cell: (context: { row: { original: Row } }) => column.cell(context.row.original),
  } as ColumnDef<typeof features, Row>
}

function moveOrOpen(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return
  if (event.key === 'Enter') open()
  const sibling =
    event.key === 'ArrowDown'
      ? event.currentTarget.nextElementSibling
      : event.key === 'ArrowUp'
        ? event.currentTarget.previousElementSibling
        : null
  if (!(sibling instanceof HTMLElement)) return
  event.preventDefault()
  sibling.focus()
}
