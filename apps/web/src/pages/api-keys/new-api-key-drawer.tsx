import type { ApiKeyView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Alert, Button, Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages, permissionNames } from './messages.ts'
import { ShownOnce } from './shown-once.tsx'

const usualDays = '90'

/** Name, permissions, days; then the key, once. */
export function NewApiKeyDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [name, setName] = useState('')
  const [days, setDays] = useState(usualDays)
  const [permissions, setPermissions] = useState<string[]>([])
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: () => api.post<ApiKeyView>('/api-keys', { name, permissions, days: Number(days) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  const close = () => {
    make.reset()
    setName('')
    setPermissions([])
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <Drawer title={messages.create} opened={opened} closeLabel={messages.close} onClose={close}>
      {make.data?.key !== undefined ? (
        <ShownOnce secret={make.data.key} onDone={close} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            {make.error ? (
              <Alert color="red" role="alert">
                {sentenceOf(make.error)}
              </Alert>
            ) : null}
            <TextInput
              label={messages.name}
              description={messages.nameHint}
              required
              maxLength={80}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Select
              label={messages.days}
              value={days}
              data={Object.entries(messages.daysOf).map(([value, label]) => ({ value, label }))}
              onChange={(value) => setDays(value ?? usualDays)}
            />
            <Checkbox.Group
              label={messages.permissions}
              required
              value={permissions}
              onChange={setPermissions}
            >
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
                {Object.entries(permissionNames).map(([value, label]) => (
                  <Checkbox key={value} value={value} label={label} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
            <Button type="submit" disabled={permissions.length === 0} loading={make.isPending}>
              {messages.createDo}
            </Button>
          </Stack>
        </form>
      )}
    </Drawer>
  )
}
