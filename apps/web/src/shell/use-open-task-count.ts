import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'

export function useOpenTaskCount(): number {
  const enabled = useMay('task.read')
  const count = useQuery({
    queryKey: ['tasks', 'count'],
    queryFn: ({ signal }) => api.get<{ open: number }>('/tasks/count', signal),
    enabled,
  })
  return count.data?.open ?? 0
}
