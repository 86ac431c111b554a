import { mayDo } from '@fieldledger/contract'
import { Select } from '@mantine/core'
import { useCatalogue } from '../data/use-catalogue.ts'
import { useSignedIn } from '../session/me-context.ts'

/** Somebody else who works here and may decide tasks. */
export function DeciderSelect(props: {
  label: string
  description?: string
  value: string | null
  required?: boolean
  onChange: (personId: string | null) => void
}) {
  const me = useSignedIn()
  const people = useCatalogue('people')
  const choices = (people.data ?? []).filter(
    ({ id, active, role }) => active && id !== me.id && mayDo(role, 'task.decide'),
  )
  return <Select {...props} searchable data={choices.map(({ id, name }) => ({ value: id, label: name }))} />
}
