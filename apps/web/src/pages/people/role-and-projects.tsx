import type { Role } from '@fieldledger/workflow'
import { MultiSelect, Select } from '@mantine/core'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { messages, roleNames } from './messages.ts'

export function RoleAndProjects(props: {
  role: Role
  projectIds: readonly string[]
  onRole: (role: Role) => void
  onProjects: (projectIds: string[]) => void
}) {
  const projects = useCatalogue('projects')
  return (
    <>
      <Select
        label={messages.role}
        value={props.role}
        data={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
        onChange={(role) => props.onRole((role ?? props.role) as Role)}
      />
      <MultiSelect
        label={messages.projects}
        searchable
        value={[...props.projectIds]}
        data={(projects.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={props.onProjects}
      />
    </>
  )
}
