import { Drawer } from '@fieldledger/ui'
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { messages } from './messages.ts'

const words = messages.secrets
const blank = { name: '', origin: 'https://', value: '' }

export function AddSecret({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [secret, setSecret] = useState(blank)
  const done = useDone()
  const close = () => {
    setSecret(blank)
    onClose()
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await done(() => api.put('/secrets', secret), words.saved(secret.name))) close()
  }
  return (
    <Drawer title={words.add} opened={opened} closeLabel={words.close} onClose={close}>
      <form onSubmit={save}>
        <Stack>
          <TextInput
            label={words.name}
            description={words.nameHint}
            required
            data-autofocus
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            value={secret.name}
            onChange={(event) => setSecret({ ...secret, name: event.currentTarget.value })}
          />
          <TextInput
            label={words.origin}
            description={words.originHint}
            required
            maxLength={300}
            spellCheck={false}
            value={secret.origin}
            onChange={(event) => setSecret({ ...secret, origin: event.currentTarget.value })}
          />
          <PasswordInput
            label={words.value}
            description={words.valueHint}
            required
            maxLength={4000}
            autoComplete="new-password"
            value={secret.value}
            onChange={(event) => setSecret({ ...secret, value: event.currentTarget.value })}
          />
          <Button type="submit">{words.save}</Button>
        </Stack>
      </form>
    </Drawer>
  )
}
