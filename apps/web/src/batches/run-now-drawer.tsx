import { Drawer } from '@fieldledger/ui'
import { Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'
import { StartBatchButton } from './start-batch-button.tsx'

const words = messages.now

/** What a workflow's clock would start, started by a person: counted before it starts. */
export function RunNowDrawer(props: { workflowId: string; opened: boolean; onClose(): void }) {
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={words.title} closeLabel={messages.close}>
      {props.opened && (
        <Stack>
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <StartBatchButton question={{ workflowId: props.workflowId, choice: { scheduled: true } }} />
        </Stack>
      )}
    </Drawer>
  )
}
