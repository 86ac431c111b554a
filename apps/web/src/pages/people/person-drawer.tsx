import type { PersonView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { messages } from './messages.ts'
import { RoleAndProjects } from './role-and-projects.tsx'
import { SupervisorSelect } from './supervisor-select.tsx'

export function PersonDrawer({ person, onClose }: { person: PersonView | undefined; onClose: () => void }) {
  const [role, setRole] = useState(person?.role ?? 'field')
  const [projectIds, setProjects] = useState<string[]>(person?.projectIds ?? [])
  const [supervisorId, setSupervisor] = useState(person?.supervisorId ?? null)
  const done = useDone()
  const save = async (active: boolean) => {
    const change = () => api.patch(`/people/${person?.id}`, { role, projectIds, active, supervisorId })
    if (await done(change, messages.saved)) onClose()
  }
  return (
    <Drawer
      title={messages.edit(person?.name ?? '')}
      opened={person !== undefined}
      onClose={onClose}
      closeLabel={messages.close}
    >
      <Stack>
        <RoleAndProjects role={role} projectIds={projectIds} onRole={setRole} onProjects={setProjects} />
        <SupervisorSelect of={person?.id} value={supervisorId} onChange={setSupervisor} />
        <Group justify="space-between">
          <Button variant="subtle" color="gray" onClick={() => void save(!person?.active)}>
            {person?.active ? messages.deactivate : messages.activate}
          </Button>
          <Button onClick={() => void save(person?.active ?? true)}>{messages.save}</Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
