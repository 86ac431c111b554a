import type { SubmissionView } from '@fieldledger/contract'
import type { FileReference } from '@fieldledger/forms'
import { EmptyState } from '@fieldledger/ui'
import { Anchor, Stack } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { plainAddress } from '../../api/plain-address.ts'
import { messages } from './messages.ts'

export function FilesTab({ submission }: { submission: SubmissionView }) {
  const attached = submission.content.fields
    .filter(({ kind }) => kind === 'attachments')
    .flatMap(({ id }) => (submission.values[id] ?? []) as FileReference[])
  const files = [...submission.documents, ...attached]
  if (files.length === 0)
    return (
      <EmptyState
        icon={<IconPaperclip size={24} />}
        title={messages.filesEmpty}
        hint={messages.filesEmptyHint}
      />
    )
  return (
    <Stack gap="xs">
      {files.map((file) => (
        <Anchor
          key={file.id}
          href={plainAddress(`/files/${file.id}`)}
          download={file.name}
          aria-label={messages.download(file.name)}
        >
          {file.name}
        </Anchor>
      ))}
    </Stack>
  )
}
