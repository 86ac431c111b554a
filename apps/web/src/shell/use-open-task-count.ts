import type { Page, TaskView } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'

export function useOpenTaskCount(): number {
  const enabled = useMay('task.read')
  const tasks = useQuery({
    queryKey: ['tasks', 'mine'],
    queryFn: ({ signal }) => api.get<Page<TaskView>>('/tasks', signal),
    enabled,
  })
  return tasks.data?.total ?? tasks.data?.rows.length ?? 0
}
