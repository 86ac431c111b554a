import { Alert, Button, Group } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sentenceOf } from '../../api/sentence-of.ts'

/** The button of a sync, what stands beside it, and why it failed. */
export function SyncPart<Answer>(props: {
  sync: UseMutationResult<Answer, Error, void>
  label: string
  beside?: ReactNode
}) {
  const { sync } = props
  return (
    <>
      <Group>
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={sync.isPending}
          onClick={() => sync.mutate()}
        >
          {props.label}
        </Button>
        {props.beside}
      </Group>
      {sync.error ? (
        <Alert color="red" role="alert">
          {sentenceOf(sync.error)}
        </Alert>
      ) : null}
    </>
  )
}
