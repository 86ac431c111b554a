import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/** Pages that show lists of the catalogue, when they were imported, or how far that is, look again. */
export function useListsOf(): () => void {
  const queries = useQueryClient()
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['catalogue'] })
    void queries.invalidateQueries({ queryKey: ['connections'] })
    void queries.invalidateQueries({ queryKey: ['whole-import'] })
  }, [queries])
}
