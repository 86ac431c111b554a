import { Checkbox, Radio, Stack } from '@mantine/core'
import { messages } from './messages.ts'
import { documentOf, type Fate } from './use-foreseen-cancels.ts'

/** G-13: a document that cancelling closes there is deleted instead where a person chooses so; a closed one may be too. */
export function CloseOrDelete(props: { fate: Fate; deleted: boolean; onChange: (deleted: boolean) => void }) {
  const { fate, deleted, onChange } = props
  const { providerLabel } = fate.ledger
  const document = documentOf(fate)
  if (fate.foreseen?.becomes === 'closed-already')
    return (
      <Checkbox
        label={messages.also.deleted(document, providerLabel)}
        description={messages.choice.deleted(providerLabel)}
        checked={deleted}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    )
  return (
    <Radio.Group
      label={messages.whatBecomes(document, providerLabel)}
      value={deleted ? 'delete' : 'close'}
      onChange={(value) => onChange(value === 'delete')}
    >
      <Stack gap="xs" mt="xs">
        <Radio
          value="close"
          label={messages.choice.close}
          description={messages.choice.closed(providerLabel)}
        />
        <Radio
          value="delete"
          label={messages.choice.delete}
          description={messages.choice.deleted(providerLabel)}
        />
      </Stack>
    </Radio.Group>
  )
}
