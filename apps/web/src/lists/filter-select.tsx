import { Select } from '@mantine/core'
import { useSearchFilter } from '../data/use-search-filter.ts'
import { messages } from './messages.ts'

export function FilterSelect(props: {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
}) {
  const [chosen, choose] = useSearchFilter(props.name)
  return (
    <Select
      label={props.label}
      w={170}
      value={chosen}
      data={[{ value: '', label: messages.all }, ...props.options]}
      onChange={(value) => choose(value ?? '')}
    />
  )
}
