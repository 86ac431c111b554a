import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useSearchFilter } from '../data/use-search-filter.ts'
import { messages } from './messages.ts'

/** What is searched stands in the URL, a moment after the last key. */
export function SearchBox({ label = messages.search }: { label?: string }) {
  const [query, setQuery] = useSearchFilter('q')
  const [typed, setTyped] = useState(query)
  // "Clear the filters" clears what is typed here too.
  useEffect(() => {
    if (query === '') setTyped('')
  }, [query])
  const search = useDebouncedCallback(setQuery, 250)
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      w={{ base: '100%', xs: 240 }}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
    />
  )
}
