import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { sentenceOf } from '../api/sentence-of.ts'

/** Runs a change, says how it went, and has everything that may show it fetched again. */
export function useDone(): (change: () => Promise<unknown>, said: string) => Promise<boolean> {
  const queries = useQueryClient()
  return useCallback(
    async (change, said) => {
      try {
        await change()
      } catch (error) {
        notifications.show({ message: sentenceOf(error), color: 'red' })
        return false
      }
      notifications.show({ message: said, color: 'teal' })
      void queries.invalidateQueries()
      return true
    },
    [queries],
  )
}
