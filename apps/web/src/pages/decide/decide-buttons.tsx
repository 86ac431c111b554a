import type { DecisionByLink, DecisionPage } from '@fieldledger/contract'
import { Alert, Button, Group } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import classes from '../tasks/decide-bar.module.css'
import { RejectDrawer } from '../tasks/reject-drawer.tsx'
import { messages } from './messages.ts'

/** The second tap; the first one opened the link. */
export function DecideButtons({ token, noteRequired }: { token: string; noteRequired: boolean }) {
  const [rejecting, setRejecting] = useState(false)
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (decision: DecisionByLink) => api.post<DecisionPage>(`/decide/${token}`, decision),
    onSuccess: (page) => queries.setQueryData(['decide', token], page),
  })
  const choosing = (choice: string) => decide.isPending && decide.variables.choice === choice
  return (
    <div className={`${classes.bar} ${classes.alone}`}>
      {decide.error ? (
        <Alert color="red" role="alert" mb="sm">
          {sentenceOf(decide.error)}
        </Alert>
      ) : null}
      <Group grow>
        <Button
          size="md"
          mih={48}
          variant="default"
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => setRejecting(true)}
        >
          {messages.reject}
        </Button>
        <Button
          size="md"
          mih={48}
          loading={choosing('approve')}
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => decide.mutate({ choice: 'approve' })}
        >
          {messages.approve}
        </Button>
      </Group>
      <RejectDrawer
        opened={rejecting}
        noteRequired={noteRequired}
        busy={choosing('reject')}
        onClose={() => setRejecting(false)}
        onReject={(note) => decide.mutate({ choice: 'reject', ...(note === '' ? {} : { note }) })}
      />
    </div>
  )
}
