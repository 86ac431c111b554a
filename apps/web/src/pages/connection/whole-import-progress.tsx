import type { WholeImportList, WholeImportView } from '@fieldledger/contract'
import { Group, Progress, Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'

const words = messages.wholeImport

/** How far each list is, in figures and as a bar, and what the import waits for. */
export function WholeImportProgress({ view }: { view: WholeImportView }) {
  if (view.lists.length === 0) return null
  const { message, state } = view
  return (
    <Stack gap="sm" role="status" aria-label={words.title}>
      {view.lists.map((list) => (
        <ListProgress key={list.list} list={list} view={view} />
      ))}
      <Text size="sm" c="dimmed">
        {stateWords(view)}
        {message !== undefined && state !== 'failed' ? ` ${words.waits}: ${message}` : null}
      </Text>
    </Stack>
  )
}

function stateWords({ state, wish }: WholeImportView): string {
  if (state !== 'done' || wish === 'import') return words.states[state]
  return wish === 'preview' ? words.previewDone : words.syncDone
}

/** What would become of its rows, in the words of the preview of a short list. */
function foundWords({ outcomes }: WholeImportList): string {
  const known: Readonly<Record<string, string>> = messages.outcomes
  return Object.entries(outcomes)
    .map(([outcome, count]) => messages.counted(known[outcome] ?? outcome, count))
    .join(' · ')
}

function ListProgress({ list, view }: { list: WholeImportList; view: WholeImportView }) {
  const { state, wish } = view
  const { read, expected, pages, settled } = list
  const isRead = expected !== null && read >= expected
  const figures =
    isRead && settled > 0
      ? (wish === 'preview' ? words.seen : words.written)(settled, read)
      : words.read(read, expected)
  const isUnderWay = (state === 'reading' || state === 'writing') && !(isRead && settled === read)
  const share = isRead && read > 0 ? 50 + (50 * settled) / read : (50 * read) / (expected ?? read + 1)
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {messages.importLists[list.list]}
        </Text>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {pages === 0 ? words.notYet : `${figures} · ${words.pages(pages)}`}
        </Text>
      </Group>
      <Progress
        value={isRead && read === 0 ? 100 : share}
        animated={isUnderWay}
        aria-label={messages.importLists[list.list]}
      />
      {wish === 'preview' ? (
        <Text size="sm" c="dimmed">
          {foundWords(list)}
        </Text>
      ) : null}
    </Stack>
  )
}
