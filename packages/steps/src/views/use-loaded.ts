import { useEffect, useState } from 'react'

export type Loaded<Value> =
  | { state: 'loading'; value?: Value }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; message: string; value?: Value }

/** Loads by an explicit key. While the next value is loading the last one stays, so that nothing jumps. */
export function useLoaded<Value>(key: string | undefined, load: () => Promise<Value>): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when to load again; `load` is new at every render
  useEffect(() => {
    if (key === undefined) return
    let wanted = true
    setLoaded((before) => ({ ...kept(before), state: 'loading' }))
    load().then(
      (value) => wanted && setLoaded({ state: 'ready', value }),
      (error: unknown) =>
        wanted && setLoaded((before) => ({ ...kept(before), state: 'failed', message: sentence(error) })),
    )
    return () => {
      wanted = false
    }
  }, [key])
  return loaded
}

function kept<Value>(before: Loaded<Value>): { value?: Value } {
  return before.value === undefined ? {} : { value: before.value }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
