import type { ConnectionView, ImportAnswer, ImportRequest } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Alert, Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { GoesOnElsewhere } from './goes-on-elsewhere.tsx'
import { ImportPreviewTable } from './import-preview-table.tsx'
import { messages } from './messages.ts'
import { useListsOf } from './use-lists-of.ts'

const lists = ['vendors', 'items', 'accounts'] as const

/** Import of the ledger's lists: preview first, then exactly what the preview said. */
export function ImportPanel({ connection }: { connection: ConnectionView }) {
  const [chosen, setChosen] = useState<string[]>([...lists])
  const [imported, setImported] = useState(false)
  const lookAgain = useListsOf()
  const run = useMutation({
    mutationFn: (apply: boolean) => {
      const request: ImportRequest = { lists: lists.filter((list) => chosen.includes(list)), apply }
      return api.post<ImportAnswer>(`/connections/${connection.id}/import`, request)
    },
    onSuccess: ({ applied, underWay }) => {
      if (underWay.length > 0) lookAgain()
      if (!applied || underWay.length > 0) return
      setImported(true)
      notifications.show({ message: messages.applied, color: 'teal' })
      lookAgain()
    },
  })
  const previews = run.data?.applied === false ? run.data.previews : undefined
  const count = (previews ?? [])
    .flatMap(({ rows }) => rows)
    .filter(({ outcome }) => ['create', 'link', 'update'].includes(outcome)).length
  return (
    <Panel title={messages.importTitle}>
      <Stack>
        <Text c="dimmed">{messages.importHint}</Text>
        <Checkbox.Group
          value={chosen}
          onChange={(next) => {
            setChosen(next)
            run.reset()
          }}
        >
          <Group>
            {lists.map((list) => (
              <Checkbox key={list} value={list} label={messages.importLists[list]} />
            ))}
          </Group>
        </Checkbox.Group>
        {run.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(run.error)}
          </Alert>
        ) : null}
        <GoesOnElsewhere shown={(run.data?.underWay.length ?? 0) > 0} />
        <Group>
          <Button
            variant={previews === undefined ? 'filled' : 'default'}
            disabled={chosen.length === 0}
            loading={run.isPending}
            onClick={() => run.mutate(false)}
          >
            {messages.showPreview}
          </Button>
          {previews !== undefined && count > 0 ? (
            <Button loading={run.isPending} onClick={() => run.mutate(true)}>
              {messages.apply(count)}
            </Button>
          ) : null}
          {previews !== undefined && count === 0 && run.data?.underWay.length === 0 ? (
            <Text c="dimmed">{messages.nothingToDo}</Text>
          ) : null}
        </Group>
        {imported && connection.rules.defaultExpenseAccount === undefined ? (
          <Alert color="teal" role="status">
            {messages.accountNext}{' '}
            <Anchor component={Link} to="?tab=rules">
              {messages.chooseDefault}
            </Anchor>
          </Alert>
        ) : null}
        {previews?.map((preview) => (
          <ImportPreviewTable key={preview.list} preview={preview} />
        ))}
      </Stack>
    </Panel>
  )
}
