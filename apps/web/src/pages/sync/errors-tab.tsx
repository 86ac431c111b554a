import type { ExplainedError, Page } from '@fieldledger/contract'
import { EmptyState, LoadState } from '@fieldledger/ui'
import { Accordion, Group, Stack, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { ErrorArticle } from './error-article.tsx'
import { messages } from './messages.ts'

/** What every refusal of a ledger means; one of them is open when an error led here. */
export function ErrorsTab() {
  const [sought] = useSearchFilter('q')
  const [ledger] = useSearchFilter('ledger')
  const [entry, open] = useSearchFilter('entry')
  const catalogue = useQuery({
    queryKey: ['error-catalogue'],
    queryFn: ({ signal }) => api.get<Page<ExplainedError>>('/error-catalogue', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <LoadState query={catalogue} retryLabel={messages.retry}>
      {({ rows }) => {
        const shown = rows.filter(
          (row) => (ledger === '' || row.provider === ledger) && speaksOf(row, sought),
        )
        return (
          <Stack gap="xs">
            <Group align="flex-end" gap="xs">
              <SearchBox label={messages.errors.search} />
              <FilterSelect name="ledger" label={messages.ledger} options={ledgersOf(rows)} />
              <Text size="sm" c="dimmed">
                {messages.errors.count(shown.length)}
              </Text>
            </Group>
            {shown.length === 0 ? (
              <EmptyState
                icon={<IconHelpCircle size={24} />}
                title={messages.errors.none}
                hint={messages.errors.noneHint}
              />
            ) : (
              <Accordion
                variant="contained"
                keepMounted={false}
                value={entry}
                onChange={(name) => open(name ?? '')}
              >
                {shown.map((row) => (
                  <ErrorArticle
                    key={nameOf(row)}
                    row={row}
                    name={nameOf(row)}
                    isOpen={entry === nameOf(row)}
                  />
                ))}
              </Accordion>
            )}
          </Stack>
        )
      }}
    </LoadState>
  )
}

function nameOf({ provider, id }: ExplainedError): string {
  return `${provider}/${id}`
}

function ledgersOf(rows: readonly ExplainedError[]): { value: string; label: string }[] {
  const labels = new Map(rows.map(({ provider, providerLabel }) => [provider, providerLabel]))
  return [...labels].map(([value, label]) => ({ value, label }))
}

/** Also by the ledger's own codes and words: people bring them from its pages and from support. */
function speaksOf(row: ExplainedError, sought: string): boolean {
  const text = [row.title, row.means, row.why, row.cure, ...row.words].join(' ').toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
