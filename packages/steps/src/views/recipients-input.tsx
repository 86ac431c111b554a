import type { Recipients, Role } from '@fieldledger/workflow'
import { Checkbox, MultiSelect, Stack } from '@mantine/core'
import { useDrawerData } from './drawer-data.ts'
import { messages } from './messages.ts'
import { useProblemAt } from './use-problem-at.ts'

const roles = Object.entries(messages.roles).map(([value, label]) => ({ value, label }))

/** Roles, people and, where it makes sense, whoever submitted the form. */
export function RecipientsInput(props: {
  place: string
  label: string
  value: Recipients
  submitter: boolean
  onChange(value: Recipients): void
}) {
  const { people } = useDrawerData()
  const problem = useProblemAt(props.place)
  const { value, onChange } = props
  return (
    <Stack gap="sm" data-place={props.place}>
      <MultiSelect
        label={`${props.label}: ${messages.recipients.roles}`}
        placeholder={value.roles.length === 0 ? messages.recipients.chooseRoles : ''}
        data={roles}
        value={value.roles}
        onChange={(chosen) => onChange({ ...value, roles: chosen as Role[] })}
        error={problem}
        clearable
      />
      <MultiSelect
        label={`${props.label}: ${messages.recipients.people}`}
        placeholder={value.people.length === 0 ? messages.recipients.choosePeople : ''}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.people}
        onChange={(chosen) => onChange({ ...value, people: chosen })}
        nothingFoundMessage={messages.recipients.nobodyFound}
        searchable
        clearable
      />
      {props.submitter && (
        <Checkbox
          label={messages.recipients.submitter}
          checked={value.submitter === true}
          onChange={(event) => onChange({ ...value, submitter: event.currentTarget.checked })}
        />
      )}
    </Stack>
  )
}
