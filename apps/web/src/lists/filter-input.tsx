import { TextInput } from '@mantine/core'
import { useSearchFilter } from '../data/use-search-filter.ts'

/** A filter that is typed or picked as a day; it stands in the URL like the others. */
export function FilterInput(props: { name: string; label: string; type: 'date' | 'number'; width: number }) {
  const [chosen, choose] = useSearchFilter(props.name)
  return (
    <TextInput
      type={props.type}
      label={props.label}
      w={props.width}
      min={props.type === 'number' ? 1 : undefined}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
}
