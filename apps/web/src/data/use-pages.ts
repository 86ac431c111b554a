import type { Page } from '@fieldledger/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../api/api.ts'

/** A long list, page by page: `rows` grows with `more()`; the old rows stand until those of a new filter are there. */
export function usePages<Row>(options: {
  key: readonly unknown[]
  path: string
  enabled?: boolean
  /** Milliseconds until it is fetched again by itself. */
  again?: (rows: readonly Row[]) => number | false
}) {
  const pages = useInfiniteQuery({
    queryKey: [...options.key, options.path],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const joint = options.path.includes('?') ? '&' : '?'
      const cursor = pageParam === '' ? '' : `${joint}cursor=${encodeURIComponent(pageParam)}`
      return api.get<Page<Row>>(`${options.path}${cursor}`, signal)
    },
    enabled: options.enabled ?? true,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      options.again?.(state.data?.pages.flatMap(({ rows }) => rows) ?? []) ?? false,
  })
  const { fetchNextPage } = pages
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  return {
    query: { data: pages.data, error: pages.error, refetch: pages.refetch },
    rows: pages.data?.pages.flatMap(({ rows }) => rows) ?? [],
    total: pages.data?.pages[0]?.total,
    /** The rows are those of the filter before. */
    stale: pages.isPlaceholderData,
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    more,
  }
}
