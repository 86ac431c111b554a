import type { RunView } from '@fieldledger/contract'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { useDone } from '../../../cures/use-done.ts'
import { messages } from './messages.ts'
import { ReplayDrawer } from './replay-drawer.tsx'

type Way = 'retry' | 'pause' | 'resume' | 'cancel'

const ways: Record<RunView['state'], readonly Way[]> = {
  active: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  'needs-attention': ['retry', 'cancel'],
  quarantined: ['retry', 'cancel'],
  finished: [],
  stopped: [],
}

const words: Record<Way, { label: string; done: string }> = {
  retry: { label: messages.retry, done: messages.retried },
  pause: { label: messages.pause, done: messages.paused },
  resume: { label: messages.resume, done: messages.resumed },
  cancel: { label: messages.stop, done: messages.stopped },
}

/** What whoever manages runs can do with this one. */
export function RunButtons({ run }: { run: RunView }) {
  const [replaying, setReplaying] = useState(false)
  const done = useDone()
  const failed = run.state === 'active' && run.message !== undefined
  const offered: readonly Way[] = failed ? ['retry', ...ways.active] : ways[run.state]
  const change = (way: Way) =>
    done(
      () => api.post(`/runs/${run.id}/${way}`, way === 'cancel' ? { reason: messages.stopReason } : {}),
      words[way].done,
    )
  return (
    <Group gap="xs">
      {offered.map((way) => (
        <Button
          key={way}
          size="xs"
          variant={way === 'retry' || way === 'resume' ? 'filled' : 'default'}
          onClick={() => void change(way)}
        >
          {words[way].label}
        </Button>
      ))}
      <Button size="xs" variant="default" onClick={() => setReplaying(true)}>
        {messages.replay}
      </Button>
      <ReplayDrawer run={run} opened={replaying} onClose={() => setReplaying(false)} />
    </Group>
  )
}
