import type { Page, TaskView } from '@fieldledger/contract'
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'

/** My open tasks about this form, with the way to decide them. */
export function OpenTasks({ submissionId }: { submissionId: string }) {
  const may = useMay('task.read')
  const tasks = useQuery({
    queryKey: ['tasks', 'about', submissionId],
    queryFn: ({ signal }) => api.get<Page<TaskView>>(`/tasks?submission=${submissionId}`, signal),
    enabled: may,
  })
  return (tasks.data?.rows ?? []).map((task) => (
    <Alert key={task.id} color="blue" mb="sm" icon={<IconHourglass size={18} aria-hidden />}>
      <Group justify="space-between">
        <Text>{task.title}</Text>
        <Button component={Link} to={`/tasks/${task.id}`} size="xs">
          {messages.decide}
        </Button>
      </Group>
    </Alert>
  ))
}
