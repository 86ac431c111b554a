import type { SubmissionView, TaskView } from '@fieldledger/contract'
import { DateText, LoadState, Money, PageHeader, Panel } from '@fieldledger/ui'
import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { useSubmission } from '../../data/use-submission.ts'
import { WayBack } from '../../lists/way-back.tsx'
import { BeforeSending } from '../../preflight/before-sending.tsx'
import { ValueList } from '../submission/value-list.tsx'
import { CureTask } from './cure-task.tsx'
import { DecideBar } from './decide-bar.tsx'
import { HandOver } from './hand-over.tsx'
import { messages } from './messages.ts'
import { SettleVendor } from './settle-vendor.tsx'
import { TaskKindBadge } from './task-kind-badge.tsx'
import { Votes } from './votes.tsx'
import { WhatChanged } from './what-changed.tsx'

export function TaskPage() {
  const { taskId = '' } = useParams()
  const task = useQuery({
    queryKey: ['tasks', taskId],
    queryFn: ({ signal }) => api.get<TaskView>(`/tasks/${taskId}`, signal),
  })
  return (
    <LoadState
      query={task}
      retryLabel={messages.retry}
      wayBack={<WayBack to="/tasks" label={messages.back} />}
    >
      {(view) => <TaskWithForm task={view} />}
    </LoadState>
  )
}

function TaskWithForm({ task }: { task: TaskView }) {
  const submission = useSubmission(task.submission.id)
  return (
    <div style={{ maxWidth: 900, margin: '0 auto' }}>
      <PageHeader
        above={
          <Anchor component={Link} to="/tasks">
            {messages.back}
          </Anchor>
        }
        title={task.title}
        hint={
          <Group gap="xs">
            <TaskKindBadge kind={task.kind} />
            <Anchor component={Link} to={`/submissions/${task.submission.id}`}>
              {task.submission.number ?? messages.numberFollows} · {messages.openSubmission}
            </Anchor>
          </Group>
        }
      >
        {mayHandOver(task) ? <HandOver task={task} /> : null}
      </PageHeader>
      <LoadState query={submission} retryLabel={messages.retry}>
        {(view) => <TaskParts task={task} submission={view} />}
      </LoadState>
    </div>
  )
}

function TaskParts({ task, submission }: { task: TaskView; submission: SubmissionView }) {
  const open = task.state === 'open'
  const cures = task.kind === 'held' || task.kind === 'unknown'
  const asksForVendor = task.kind === 'proposed-vendor'
  return (
    <Stack>
      {task.decision ? (
        <Alert color="gray">
          {messages.decided(task.decision.by, task.decision.choice)}
          {task.decision.note ? `: ${task.decision.note}` : ''}
        </Alert>
      ) : null}
      {task.state === 'cancelled' ? <Alert color="gray">{messages.cancelled}</Alert> : null}
      <Votes task={task} />
      {task.insteadOf === undefined ? null : <Alert color="blue">{messages.insteadOf(task.insteadOf)}</Alert>}
      {open && !task.mine ? (
        <Alert color="blue">{messages.notMine(task.assigneeNames.join(', '))}</Alert>
      ) : null}
      {open && cures ? <CureTask task={task} submission={submission} /> : null}
      {open && asksForVendor ? <SettleVendor task={task} /> : null}
      {submission.revision > 1 ? <WhatChanged submission={submission} /> : null}
      {open && task.kind === 'approval' ? <BeforeSending submission={submission} /> : null}
      <Panel title={messages.whole} aside={<WhoAndHowMuch submission={submission} />}>
        <ValueList submission={submission} />
      </Panel>
      {open && task.mine && !cures && !asksForVendor ? <DecideBar task={task} /> : null}
    </Stack>
  )
}

/** What a decision is about first of all: it must not be looked for among the lines. */
function WhoAndHowMuch({ submission }: { submission: SubmissionView }) {
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" component="div">
        {submission.submittedBy} · <DateText value={submission.submittedAt} />
      </Text>
      <Text fw={650} component="div">
        <Money amount={submission.totals.total} />
      </Text>
    </Group>
  )
}

// A stand-in decides, or leaves it to whoever is away.
function mayHandOver({ state, mine, kind, insteadOf }: TaskView): boolean {
  const hands = kind === 'approval' || kind === 'edit-form'
  return state === 'open' && mine && hands && insteadOf === undefined
}
