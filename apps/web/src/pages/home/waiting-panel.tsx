import type { Page, TaskView } from '@fieldledger/contract'
import { DateText, LoadState, Money, Panel } from '@fieldledger/ui'
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { taskName } from '../tasks/task-name.ts'
import classes from './home-page.module.css'
import { messages } from './messages.ts'

const shown = 6

export function WaitingPanel() {
  const tasks = useQuery({
    queryKey: ['tasks', 'mine'],
    queryFn: ({ signal }) => api.get<Page<TaskView>>('/tasks', signal),
  })
  return (
    <Panel
      title={messages.waiting}
      flush
      aside={
        <Anchor component={Link} to="/tasks">
          {messages.allTasks}
        </Anchor>
      }
    >
      <LoadState query={tasks} retryLabel={messages.retry}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? (
              <Text c="dimmed" p="md">
                {messages.waitingEmpty}
              </Text>
            ) : null}
            {rows.slice(0, shown).map((task) => (
              <Link key={task.id} to={`/tasks/${task.id}`} className={classes.row}>
                <span className={classes.grow}>
                  <Text fw={600} lineClamp={2}>
                    {taskName(task)}
                  </Text>
                  <Text size="sm" c="dimmed" lineClamp={2}>
                    {task.problems[0]?.message}
                  </Text>
                  <Text size="sm" c="dimmed" component="span">
                    {task.submission.vendorName}
                    {task.submission.vendorName ? ' · ' : null}
                    <DateText value={task.openedAt} style="relative" />
                  </Text>
                </span>
                <Money amount={task.submission.total} />
              </Link>
            ))}
          </>
        )}
      </LoadState>
    </Panel>
  )
}
