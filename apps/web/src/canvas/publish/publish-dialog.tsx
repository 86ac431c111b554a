import { Alert, Button, Group, List, Loader, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconRocket } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../api/sentence-of.ts'
import { publishDraft, readDiff, type WorkflowPlace } from '../api/editor-api.ts'
import { useEditor, useSurroundings } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import { ProblemsList } from '../problems/problems-list.tsx'

/** What changes for the next forms, in words; errors stand in the way, each with its cure. */
export function PublishDialog(props: { revision: () => number; onClose(): void }) {
  const { formId, workflowId } = useSurroundings()
  const problems = useEditor((state) => state.problems)
  const errors = problems.filter(({ severity }) => severity === 'error')
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={errors.length > 0 ? messages.publish.blocked(errors.length) : messages.publish.title}
      closeButtonProps={{ 'aria-label': messages.close }}
      size="lg"
    >
      {errors.length > 0 ? (
        <Stack gap="sm">
          <Text size="sm">{messages.publish.blockedAbout}</Text>
          <ProblemsList problems={errors} onChoose={props.onClose} />
        </Stack>
      ) : (
        <Ready
          place={{ formId, workflowId }}
          revision={props.revision}
          onClose={props.onClose}
          warnings={problems.length}
        />
      )}
    </Modal>
  )
}

function Ready(props: { place: WorkflowPlace; revision: () => number; onClose(): void; warnings: number }) {
  const { place } = props
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const diff = useQuery({
    queryKey: ['workflow', place.workflowId, 'diff', props.revision()],
    queryFn: () => readDiff(place),
    staleTime: 0,
  })
  async function publish() {
    setBusy(true)
    setFailure(undefined)
    try {
      const { version } = await publishDraft(place, props.revision())
      await queries.invalidateQueries({ queryKey: ['workflow', place.workflowId] })
      await queries.invalidateQueries({ queryKey: ['workflow', place.formId, 'list'] })
      await queries.invalidateQueries({ queryKey: ['forms'] })
      notifications.show({ message: messages.publish.done(version), color: 'teal' })
      props.onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const failed = failure ?? (diff.error === null ? undefined : sentenceOf(diff.error))
  return (
    <Stack>
      <Text size="sm">{messages.publish.about}</Text>
      {diff.data === undefined && diff.error === null && <Loader size="sm" aria-label={messages.loading} />}
      {diff.data?.changes.length === 0 && <Text size="sm">{messages.publish.nothing}</Text>}
      <List size="sm" spacing={4}>
        {(diff.data?.changes ?? []).map(({ text }) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
      {props.warnings > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} p="sm">
          {messages.publish.warnings(props.warnings)}
        </Alert>
      )}
      {failed !== undefined && (
        <Alert color="red" role="alert" p="sm">
          {failed}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {messages.cancel}
        </Button>
        <Button
          leftSection={<IconRocket size={16} />}
          loading={busy}
          disabled={diff.data?.changes.length === 0}
          onClick={() => void publish()}
        >
          {messages.publish.confirm}
        </Button>
      </Group>
    </Stack>
  )
}
