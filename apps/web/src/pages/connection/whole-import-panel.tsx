import type { ConnectionView, WholeImportView } from '@fieldledger/contract'
import { DateText, LoadState, Panel } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { ImportPreviewTable } from './import-preview-table.tsx'
import { messages } from './messages.ts'
import { useListsOf } from './use-lists-of.ts'
import { WholeImportProgress } from './whole-import-progress.tsx'

const words = messages.wholeImport
const underWayEveryMs = 2000
const isUnderWay = (view: WholeImportView | undefined) =>
  view?.state === 'reading' || view?.state === 'writing'

/** All lists of a ledger, taken over in the background: begun, left, found again, stopped, gone on with. */
export function WholeImportPanel({ connection }: { connection: ConnectionView }) {
  const path = `/connections/${connection.id}/whole-import`
  const done = useDone()
  const lookAgain = useListsOf()
  const query = useQuery({
    queryKey: ['whole-import', connection.id],
    queryFn: ({ signal }) => api.get<WholeImportView>(path, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? underWayEveryMs : false),
  })
  const state = query.data?.state
  useEffect(() => {
    if (state === 'done') lookAgain()
  }, [state, lookAgain])
  return (
    <Panel title={words.title}>
      <Stack>
        <Text c="dimmed">{words.hint(connection.providerLabel)}</Text>
        <LoadState query={query} retryLabel={messages.retry}>
          {(view) => (
            <>
              <WholeImportProgress view={view} />
              {view.state === 'failed' ? (
                <Alert color="red" role="alert">
                  {view.message}
                </Alert>
              ) : null}
              <Group>
                {isUnderWay(view) ? (
                  <Button
                    variant="default"
                    leftSection={<IconPlayerStop size={16} aria-hidden />}
                    onClick={() => void done(() => api.post(`${path}/stop`), words.stopped)}
                  >
                    {words.stop}
                  </Button>
                ) : (
                  <Button
                    disabled={connection.state !== 'active'}
                    leftSection={startIcon(view)}
                    onClick={() => void done(() => api.post(path), words.begun)}
                  >
                    {startLabel(view)}
                  </Button>
                )}
                {view.finishedAt === undefined ? null : (
                  <Text size="sm" c="dimmed" component="div">
                    {words.finished} <DateText value={view.finishedAt} />
                  </Text>
                )}
              </Group>
              {view.lists.map(({ list }) => {
                const rows = view.noted.filter((row) => row.list === list)
                return rows.length === 0 ? null : <ImportPreviewTable key={list} preview={{ list, rows }} />
              })}
            </>
          )}
        </LoadState>
      </Stack>
    </Panel>
  )
}

function startLabel({ state, wish }: WholeImportView): string {
  if (state === 'never') return words.start
  if (state !== 'done') return words.goOn
  return wish === 'import' ? words.startAgain : words.start
}

function startIcon({ state }: WholeImportView) {
  const Icon = state === 'never' || state === 'done' ? IconDownload : IconPlayerPlay
  return <Icon size={16} aria-hidden />
}
