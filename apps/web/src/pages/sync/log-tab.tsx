import type { SyncLogEntry } from '@fieldledger/contract'
import { EmptyState, LoadState } from '@fieldledger/ui'
import { Accordion, Anchor, Group, Stack } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { usePages } from '../../data/use-pages.ts'
import { CsvLink } from '../../lists/csv-link.tsx'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { MoreRows } from '../../lists/more-rows.tsx'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { LogEntry } from '../submission/log-entry.tsx'
import { messages } from './messages.ts'

const abouts = Object.entries(messages.abouts).map(([value, label]) => ({ value, label }))
const statuses = Object.entries(messages.statuses).map(([value, label]) => ({ value, label }))

export function LogTab() {
  const [search] = useSearchParams()
  const filters = search.toString() === '' ? '' : `?${search}`
  const list = usePages<SyncLogEntry>({ key: ['submissions', 'sync-log'], path: `/sync-log${filters}` })
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <Group align="flex-end" gap="xs">
          <SearchBox />
          <FilterSelect name="about" label={messages.about} options={abouts} />
          <FilterSelect name="status" label={messages.status} options={statuses} />
        </Group>
        <CsvLink path={`/sync-log.csv${filters}`} fileName="sync-log.csv" />
      </Group>
      <LoadState query={list.query} retryLabel={messages.retry}>
        {() =>
          list.rows.length === 0 ? (
            filters === '' ? (
              <EmptyState
                icon={<IconArrowsExchange size={24} />}
                title={messages.logEmpty}
                hint={messages.logEmptyHint}
              />
            ) : (
              <NothingFound />
            )
          ) : (
            <Accordion variant="contained" multiple keepMounted={false}>
              {list.rows.map((entry) => (
                <LogEntry
                  key={entry.id}
                  entry={entry}
                  about={entry.submissionNumber ?? undefined}
                  above={
                    entry.submissionId === null ? null : (
                      <Anchor component={Link} to={`/submissions/${entry.submissionId}?tab=logs`}>
                        {entry.submissionNumber ?? messages.numberFollows}
                      </Anchor>
                    )
                  }
                />
              ))}
            </Accordion>
          )
        }
      </LoadState>
      <MoreRows {...list} />
    </Stack>
  )
}
