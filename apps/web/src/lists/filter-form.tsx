import { useForms } from '../data/use-form.ts'
import { FilterSelect } from './filter-select.tsx'
import { messages } from './messages.ts'

export function FilterForm() {
  const forms = useForms()
  return (
    <FilterSelect
      name="form"
      label={messages.form}
      options={(forms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
