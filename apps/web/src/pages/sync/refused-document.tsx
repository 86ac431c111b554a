import { Drawer } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { SayWhy } from '../../cures/say-why.tsx'
import { useDone } from '../../cures/use-done.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'

/** It surely did not arrive, and no run waits for it: it is tried again, or a person says that it is not sent. */
export function RefusedDocument({ effectId }: { effectId: string }) {
  const [stopping, setStopping] = useState(false)
  const maySend = useMay('document.send')
  const mayResolve = useMay('effect.resolve')
  const done = useDone()
  const stop = async (reason: string) => {
    const request = { how: 'stop', reason }
    if (await done(() => api.post(`/effects/${effectId}/resolve`, request), messages.stopped))
      setStopping(false)
  }
  return (
    <>
      {maySend ? (
        <Button
          size="compact-sm"
          onClick={() => void done(() => api.post(`/effects/${effectId}/retry`), messages.retried)}
        >
          {messages.retryRun}
        </Button>
      ) : null}
      {mayResolve ? (
        <>
          <Button size="compact-sm" variant="default" onClick={() => setStopping(true)}>
            {messages.stopRun}
          </Button>
          <Drawer
            title={messages.stopTitle}
            opened={stopping}
            onClose={() => setStopping(false)}
            closeLabel={messages.close}
          >
            <SayWhy label={messages.stopWhy} button={messages.stopTitle} onSay={stop} />
          </Drawer>
        </>
      ) : null}
    </>
  )
}
