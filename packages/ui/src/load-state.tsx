import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Loading, failed with a sentence (and a second try, where one can help), or the content. */
export function LoadState<Data>(props: {
  query: { data: Data | undefined; error: Error | null; refetch: () => unknown }
  retryLabel: string
  /** A link to where one came from, for what is not there, or not to be seen by this person. */
  wayBack?: ReactNode
  children: (data: Data) => ReactNode
}) {
  const { data, error } = props.query
  if (data !== undefined) return <>{props.children(data)}</>
  if (error !== null)
    return (
      <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
        <Group justify="space-between">
          {error.message}
          {isFinal(error) ? (
            props.wayBack
          ) : (
            <Button size="xs" variant="default" onClick={() => props.query.refetch()}>
              {props.retryLabel}
            </Button>
          )}
        </Group>
      </Alert>
    )
  return (
    <Stack gap="xs" aria-busy="true">
      <Skeleton height={28} width="40%" />
      <Skeleton height={18} />
      <Skeleton height={18} />
      <Skeleton height={18} width="70%" />
    </Stack>
  )
}

/** Its sentence says what helps instead. */
function isFinal(error: Error): boolean {
  return 'retryable' in error && error.retryable === false
}
