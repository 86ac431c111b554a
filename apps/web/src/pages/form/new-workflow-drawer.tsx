import { stepDefinitions } from '@fieldledger/steps'
import { Drawer } from '@fieldledger/ui'
import { Alert, Button, Radio, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../api/sentence-of.ts'
import { makeWorkflow } from '../../canvas/api/editor-api.ts'
import { startsAtSubmit } from '../../canvas/palette/starts-at-submit.ts'
import { messages } from './messages.ts'

/** The form's first workflow alone starts at submit. */
const triggers = Object.values(stepDefinitions).filter(
  (definition) => definition.trigger && !startsAtSubmit(definition),
)

export function NewWorkflowDrawer(props: {
  formId: string
  opened: boolean
  onClose(): void
  onMade(id: string): void
}) {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [trigger, setTrigger] = useState<string>(triggers[0]?.kind ?? '')
  const [failure, setFailure] = useState<string>()
  const make = async () => {
    try {
      const made = await makeWorkflow(props.formId, { name: name.trim(), trigger })
      await queries.invalidateQueries({ queryKey: ['workflow', props.formId, 'list'] })
      setName('')
      props.onMade(made.id)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={messages.workflows.add}
      closeLabel={messages.workflows.close}
    >
      <Stack>
        <TextInput
          label={messages.workflows.name}
          placeholder={messages.workflows.nameExample}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          withAsterisk
        />
        <Radio.Group label={messages.workflows.starts} value={trigger} onChange={setTrigger}>
          <Stack gap="xs" mt="xs">
            {triggers.map(({ kind, title, description }) => (
              <Radio key={kind} value={kind} label={title} description={description} />
            ))}
          </Stack>
        </Radio.Group>
        {failure !== undefined && (
          <Alert color="red" role="alert">
            {failure}
          </Alert>
        )}
        <Button disabled={name.trim() === ''} onClick={() => void make()}>
          {messages.workflows.make}
        </Button>
      </Stack>
    </Drawer>
  )
}
