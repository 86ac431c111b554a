import type { FormView } from '@fieldledger/contract'
import { Button } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { messages } from './messages.ts'

export function ArchiveForm({ form }: { form: FormView }) {
  const done = useDone()
  const change = form.archived
    ? () => done(() => api.post(`/forms/${form.id}/archive`, { archived: false }), messages.restoredDone)
    : () => done(() => api.post(`/forms/${form.id}/archive`, { archived: true }), messages.archivedDone)
  return (
    <Button
      variant="default"
      w="fit-content"
      leftSection={<IconArchive size={16} aria-hidden />}
      onClick={() => void change()}
    >
      {form.archived ? messages.restore : messages.archive}
    </Button>
  )
}
