import { mayDo } from '@fieldledger/contract'
import { ClearableSelect } from '@fieldledger/ui'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { messages } from './messages.ts'

/** Whose approval the forms of this person need, where a workflow asks for it. */
export function SupervisorSelect(props: {
  of: string | undefined
  value: string | null
  onChange: (supervisorId: string | null) => void
}) {
  const people = useCatalogue('people')
  const choices = (people.data ?? []).filter(
    ({ id, active, role }) => id === props.value || (active && id !== props.of && mayDo(role, 'task.decide')),
  )
  return (
    <ClearableSelect
      label={messages.supervisor}
      description={messages.supervisorHint}
      placeholder={messages.noSupervisor}
      searchable
      clearLabel={messages.clear}
      value={props.value}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={props.onChange}
    />
  )
}
