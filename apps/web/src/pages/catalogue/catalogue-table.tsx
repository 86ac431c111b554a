import type { ConnectionView } from '@fieldledger/contract'
import { type Column, DataTable, DateText, EmptyState, LoadState, UnitPrice } from '@fieldledger/ui'
import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconBooks, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePages } from '../../data/use-pages.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { CsvLink } from '../../lists/csv-link.tsx'
import { MoreRows } from '../../lists/more-rows.tsx'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { useMay } from '../../session/me-context.ts'
import { type CatalogueList, isLinkable } from './catalogue-list.ts'
import type { CatalogueRecord } from './catalogue-record.ts'
import { LinkBadges } from './link-badges.tsx'
import { MapItemButton } from './map-item/map-item-button.tsx'
import { NotMappedCard } from './map-item/not-mapped-card.tsx'
import { listNames, messages, singular } from './messages.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { recordFields } from './record-fields.ts'
import { ToSuggestions } from './suggestions/to-suggestions.tsx'

export function CatalogueTable(props: { list: CatalogueList; connections: readonly ConnectionView[] }) {
  const { list } = props
  const [query] = useSearchFilter('q')
  const [filters, setSearch] = useSearchParams()
  const show = filters.get('show') ?? ''
  const ledger = filters.get('ledger') ?? ''
  const [openId, open] = useSearchFilter('open')
  const [adding, setAdding] = useState(false)
  const search = new URLSearchParams({
    ...(query ? { q: query } : {}),
    ...(show ? { show } : {}),
    ...(ledger ? { connectionId: ledger } : {}),
  })
  const mappable = props.connections.filter(
    ({ state, capabilities }) => state === 'active' && capabilities.items.list,
  )
  const pages = usePages<CatalogueRecord>({ key: ['catalogue', list], path: `/${list}?${search}` })
  const columns = useMemo(() => columnsOf(list), [list])
  const mayMap = useMay('catalogue.edit')
  const narrow = (to: { show?: string; ledger?: string }) =>
    setSearch((before) => narrowed(before, to), { replace: true })
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {messages.add(singular[list])}
    </Button>
  )
  return (
    <LoadState query={pages.query} retryLabel={messages.retry}>
      {() => (
        <>
          {list === 'materials' && mappable.length > 0 ? (
            <Group mb="md" gap="sm">
              {mappable.map((connection) => (
                <NotMappedCard
                  key={connection.id}
                  connection={connection}
                  chosen={show === 'unlinked' && ledger === connection.id}
                  onChoose={(chosen) => narrow(chosen ? { show: 'unlinked', ledger: connection.id } : {})}
                />
              ))}
            </Group>
          ) : null}
          <DataTable
            label={listNames[list]}
            rows={pages.rows.filter((row) => fits(row, { show, ledger }))}
            columns={columns}
            rowId={({ id }) => id}
            onOpen={({ id }) => open(id)}
            {...(list === 'materials' && mappable.length > 0 && mayMap
              ? {
                  rowButton: {
                    heading: messages.mapColumn,
                    cell: (row: CatalogueRecord) => <MapItemButton record={row} connections={mappable} />,
                  },
                }
              : {})}
            empty={
              query === '' && show === '' ? (
                <EmptyState
                  icon={<IconBooks size={24} />}
                  title={messages.emptyTitle(listNames[list])}
                  hint={messages.emptyHint}
                >
                  {add}
                </EmptyState>
              ) : (
                <NothingFound />
              )
            }
            tools={
              <>
                <SearchBox />
                <SegmentedControl
                  aria-label={messages.show}
                  value={show || 'all'}
                  onChange={(value) => narrow(value === 'all' ? {} : { show: value })}
                  data={[
                    { value: 'all', label: messages.all },
                    ...(isLinkable(list)
                      ? [
                          { value: 'linked', label: messages.linkedOnly },
                          { value: 'unlinked', label: messages.unlinkedOnly },
                        ]
                      : []),
                    { value: 'archived', label: messages.archivedOnly },
                  ]}
                />
              </>
            }
            aside={
              <Group gap="xs">
                {mayMap && show === 'unlinked' ? (
                  <ToSuggestions list={list} connections={props.connections} />
                ) : null}
                <CsvLink path={`/${list}.csv?${search}`} fileName={`${list}.csv`} />
                {add}
              </Group>
            }
            footer={<MoreRows {...pages} />}
          />
          <RecordDrawer
            key={adding ? 'new' : openId}
            list={list}
            record={adding ? undefined : pages.rows.find(({ id }) => id === openId)}
            opened={adding || pages.rows.some(({ id }) => id === openId)}
            connections={props.connections}
            onClose={() => {
              setAdding(false)
              open('')
            }}
          />
        </>
      )}
    </LoadState>
  )
}

/** Both at once: the second of two changes of the address would undo the first. */
function narrowed(before: URLSearchParams, to: { show?: string; ledger?: string }): URLSearchParams {
  const after = new URLSearchParams(before)
  for (const name of ['show', 'ledger'] as const) {
    if (to[name] === undefined) after.delete(name)
    else after.set(name, to[name])
  }
  return after
}

/** The old rows stand until those of a new filter are there: what does not fit any more leaves at once. */
function fits(row: CatalogueRecord, { show, ledger }: { show: string; ledger: string }): boolean {
  const linked = row.links.some(
    ({ active, connectionId }) => active && (ledger === '' || connectionId === ledger),
  )
  if (show === 'archived') return row.archived
  if (show === 'linked') return linked && !row.archived
  if (show === 'unlinked') return !linked && !row.archived
  return !row.archived
}

/** What may be of any length: so much of the table in per cent. */
const shares: { [name: string]: number } = { name: 28, email: 20, sku: 12, code: 12 }

function columnsOf(list: CatalogueList): readonly Column<CatalogueRecord>[] {
  const own = recordFields[list]
    .filter(({ column }) => column)
    .map(({ name, label, kind }): Column<CatalogueRecord> => {
      const textOf = (row: CatalogueRecord) => String(row[name] ?? '')
      return {
        id: name,
        label,
        sortBy: textOf,
        heading: name === 'name',
        oneLine: true,
        ...(shares[name] === undefined ? {} : { cut: shares[name] }),
        cell: (row) => {
          const text = textOf(row)
          if (kind === 'role') return messages.roles[text as keyof typeof messages.roles]
          return kind === 'decimal' && text !== '' ? <UnitPrice value={text} /> : text
        },
        ...(kind === 'decimal' ? { align: 'right' as const } : {}),
      }
    })
  const links: Column<CatalogueRecord> = {
    id: 'links',
    label: messages.links,
    cell: (row) => <LinkBadges record={row} />,
  }
  const updated: Column<CatalogueRecord> = {
    id: 'updated',
    label: messages.updated,
    cell: ({ updatedAt }) => <DateText value={updatedAt} style="relative" />,
    sortBy: ({ updatedAt }) => updatedAt,
    oneLine: true,
    wideOnly: true,
  }
  return [...own, ...(isLinkable(list) ? [links] : []), updated]
}
