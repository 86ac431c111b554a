import { Drawer } from '@fieldledger/ui'
import { Button, Stack, Text, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useFilling } from '../filling-context.ts'
import { messages } from '../messages.ts'

/** A vendor that is not in the list yet: the form goes on, the bookkeeper gets a task. */
export function ProposeVendor(props: { fieldId: string; opened: boolean; onClose: () => void }) {
  const { proposeVendor, setValue } = useFilling()
  const use = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // The drawer stands in a portal, but React bubbles its submit into the form around it.
    event.stopPropagation()
    const fields = new FormData(event.currentTarget)
    const phone = String(fields.get('phone')).trim()
    const name = String(fields.get('name')).trim()
    if (name === '') return
    const id = uuidv7()
    proposeVendor({ id, name, ...(phone === '' ? {} : { phone }) })
    setValue(props.fieldId, [id])
    props.onClose()
  }
  return (
    <Drawer
      title={messages.proposeTitle}
      opened={props.opened}
      onClose={props.onClose}
      closeLabel={messages.close}
    >
      <form onSubmit={use}>
        <Stack>
          <Text c="dimmed">{messages.proposeHint}</Text>
          <TextInput
            label={messages.vendorName}
            name="name"
            size="md"
            required
            maxLength={300}
            data-autofocus
          />
          <TextInput label={messages.vendorPhone} name="phone" size="md" type="tel" maxLength={50} />
          <Button type="submit" size="md">
            {messages.proposeDone}
          </Button>
        </Stack>
      </form>
    </Drawer>
  )
}
