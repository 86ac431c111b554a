import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** One filter of a list, kept in the URL, so that a list can be sent to a colleague and found again. */
export function useSearchFilter(name: string): [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams()
  const change = useCallback(
    (value: string) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before)
          if (value === '') after.delete(name)
          else after.set(name, value)
          return after
        },
        { replace: true },
      ),
    [name, setSearch],
  )
  return [search.get(name) ?? '', change]
}
