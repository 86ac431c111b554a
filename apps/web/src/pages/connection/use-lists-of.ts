import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/** Pages that show lists of the catalogue, or when they were imported, look again. */
export function useListsOf(): () => void {
  const queries = useQueryClient()
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['catalogue'] })
    void queries.invalidateQueries({ queryKey: ['connections'] })
  }, [queries])
}
