import type { FormView } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRocket } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from './messages.ts'
import type { FormDraft } from './use-form-draft.ts'

const words = { saved: messages.saved, saving: messages.saving, failed: messages.notSaved }

export function PublishForm({ form, draft }: { form: FormView; draft: FormDraft }) {
  const queries = useQueryClient()
  const same = JSON.stringify(form.published) === JSON.stringify(draft.content)
  const publish = useMutation({
    mutationFn: async () => {
      const revision = await draft.flush()
      return api.post<FormView>(`/forms/${form.id}/publish`, {
        revision,
      })
    },
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['forms'] })
      notifications.show({ message: messages.published(answer.publishedVersion ?? 1), color: 'teal' })
    },
    onError: (error) => notifications.show({ message: sentenceOf(error), color: 'red' }),
  })
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {words[draft.state]}
      </Text>
      <StatusBadge
        tone={form.publishedVersion === null ? 'grey' : same ? 'good' : 'waiting'}
        word={
          form.publishedVersion === null
            ? messages.neverPublished
            : same
              ? messages.upToDate
              : messages.draftDiffers
        }
      />
      <Button
        leftSection={<IconRocket size={16} aria-hidden />}
        loading={publish.isPending}
        disabled={same || draft.content.fields.length === 0 || draft.conflict !== undefined}
        title={messages.publishHint}
        onClick={() => publish.mutate()}
      >
        {messages.publish}
      </Button>
    </Group>
  )
}
