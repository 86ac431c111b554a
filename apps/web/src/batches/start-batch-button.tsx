import type { BatchQuestion } from '@fieldledger/contract'
import { Alert, Button, Loader, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { sentenceOf } from '../api/sentence-of.ts'
import { foreseeBatch, startBatch } from './batch-api.ts'
import { messages } from './messages.ts'

/** Says how many forms start before they do; pressed twice, they start once. */
export function StartBatchButton({ question }: { question: BatchQuestion }) {
  const navigate = useNavigate()
  const [id] = useState(() => v7())
  const forecast = useQuery({
    queryKey: ['batches', 'forecast', question],
    queryFn: () => foreseeBatch(question),
    retry: false,
  })
  const start = useMutation({
    mutationFn: () => startBatch({ id, ...question }),
    onSuccess: (batch) => navigate(`/sync/batches/${batch.id}`),
  })
  const error = start.error ?? forecast.error
  const { starts = 0, skipped = 0 } = forecast.data ?? {}
  return (
    <Stack gap="sm">
      {error !== null && (
        <Alert color="red" role="alert">
          {sentenceOf(error)}
        </Alert>
      )}
      {forecast.isPending && <Loader size="sm" aria-label={messages.counting} />}
      {forecast.data !== undefined && (
        <div role="status">
          <Text fw={600}>{messages.starts(starts)}</Text>
          {skipped > 0 && (
            <Text size="sm" c="dimmed">
              {messages.skipped(skipped)}
            </Text>
          )}
        </div>
      )}
      <Button
        disabled={starts === 0}
        loading={start.isPending}
        onClick={() => start.mutate()}
        w="fit-content"
      >
        {messages.start(starts)}
      </Button>
    </Stack>
  )
}
