import { Alert, Button, Group } from '@mantine/core'
import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { messages } from './messages.ts'

/** What stands where a page could not be loaded. After an update the page's old parts are gone: it is loaded anew. */
export function PageFault() {
  const outdated = isOutdated(useRouteError())
  useEffect(() => {
    if (outdated && isFirstTry()) location.reload()
  }, [outdated])
  return (
    <Alert color={outdated ? 'blue' : 'red'} role="alert" m="md">
      <Group justify="space-between">
        {outdated ? messages.outdated : messages.crashed}
        <Button size="xs" onClick={() => location.reload()}>
          {messages.reload}
        </Button>
      </Group>
    </Alert>
  )
}

/** As Chromium, Firefox and Safari word it. */
function isOutdated(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script failed/i.test(error.message)
  )
}

const key = 'fieldledger-reloaded'
const onceInMs = 30_000

/** A page that fails in spite of it is not loaded for ever. */
function isFirstTry(): boolean {
  const last = Number(sessionStorage.getItem(key) ?? 0)
  sessionStorage.setItem(key, String(Date.now()))
  return Date.now() - last > onceInMs
}
