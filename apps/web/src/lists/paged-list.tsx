import { type Column, DataTable, LoadState } from '@fieldledger/ui'
import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { usePages } from '../data/use-pages.ts'
import { CsvLink } from './csv-link.tsx'
import { FilterFold } from './filter-fold.tsx'
import { messages } from './messages.ts'
import { MoreRows } from './more-rows.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SearchBox } from './search-box.tsx'

/** A long list: search and filters stand in the URL and in its CSV, rows come page by page. */
export function PagedList<Row extends { id: string }>(props: {
  label: string
  queryKey: readonly string[]
  /** Of the interface, such as "/runs"; its CSV lies beside it. */
  path: string
  columns: readonly Column<Row>[]
  filters: ReactNode
  empty: ReactNode
  onOpen: (row: Row) => void
  /** Beside the CSV. */
  aside?: ReactNode
  /** What may be done with the rows that are shown. */
  above?: (rows: readonly Row[]) => ReactNode
}) {
  const { path, label, columns, onOpen } = props
  const [search] = useSearchParams()
  const filters = search.toString() === '' ? '' : `?${search}`
  const list = usePages<Row>({ key: props.queryKey, path: `${path}${filters}` })
  const nothing = filters === '' && list.rows.length === 0 && !list.stale
  return (
    <LoadState query={list.query} retryLabel={messages.retry}>
      {() => (
        <>
          {props.above?.(list.rows)}
          <DataTable
            label={label}
            rows={list.rows}
            columns={columns}
            rowId={({ id }) => id}
            onOpen={onOpen}
            empty={filters === '' ? props.empty : <NothingFound />}
            tools={
              nothing ? null : (
                <>
                  <SearchBox />
                  <FilterFold count={[...search.keys()].filter((name) => name !== 'q').length}>
                    {props.filters}
                  </FilterFold>
                </>
              )
            }
            aside={
              nothing ? null : (
                <Group gap="xs">
                  {props.aside}
                  <CsvLink path={`${path}.csv${filters}`} fileName={`${path.slice(1)}.csv`} />
                </Group>
              )
            }
            footer={<MoreRows {...list} />}
          />
        </>
      )}
    </LoadState>
  )
}
