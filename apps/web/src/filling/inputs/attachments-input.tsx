import { type FileReference, limits } from '@fieldledger/forms'
import { Button, CloseButton, FileButton, Group, Input, Progress, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { useFilling } from '../filling-context.ts'
import { messages } from '../messages.ts'
import { uploadFile } from '../upload-file.ts'

const largest = 50 * 1024 * 1024

interface Upload {
  name: string
  percent: number
  failure?: string
}

export function AttachmentsInput(props: {
  label: string
  help: string | undefined
  required: boolean | undefined
  error: string | undefined
  maximum: number | undefined
  value: readonly FileReference[]
  onAdd: (file: FileReference) => void
  onRemove: (id: string) => void
}) {
  const { guest } = useFilling()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const show = (name: string, part: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.name === name ? { ...one, ...part } : one)))
  const upload = async (file: File) => {
    setUploads((before) => [
      ...before.filter(({ name }) => name !== file.name),
      { name: file.name, percent: 0 },
    ])
    if (file.size > largest) return show(file.name, { failure: messages.tooBig(file.name) })
    try {
      const onProgress = (percent: number) => show(file.name, { percent })
      props.onAdd(await uploadFile(file, { path: guest?.filesPath, onProgress }))
      setUploads((before) => before.filter(({ name }) => name !== file.name))
    } catch (error) {
      const failure = error instanceof Error ? error.message : messages.uploadFailed(file.name)
      show(file.name, { failure })
    }
  }
  const full = props.value.length >= (props.maximum ?? limits.attachments)
  return (
    <Input.Wrapper
      size="md"
      label={props.label}
      description={props.help}
      withAsterisk={props.required ?? false}
      error={props.error}
      labelElement="div"
    >
      <Stack gap={6} mt={6}>
        {props.value.map((file) => (
          <Group key={file.id} justify="space-between" wrap="nowrap" mih={44}>
            <Text truncate>{file.name}</Text>
            <CloseButton
              size="lg"
              aria-label={messages.remove(file.name)}
              onClick={() => props.onRemove(file.id)}
            />
          </Group>
        ))}
        {uploads.map(({ name, percent, failure }) => (
          <div key={name} role="status">
            <Text size="sm" c={failure ? 'red' : 'dimmed'}>
              {failure ?? messages.uploading(name, percent)}
            </Text>
            {failure ? null : <Progress value={percent} aria-label={name} />}
          </div>
        ))}
        <FileButton multiple onChange={(files) => void Promise.all(files.map(upload))} disabled={full}>
          {(button) => (
            <Button
              {...button}
              variant="default"
              size="md"
              mih={48}
              disabled={full}
              leftSection={<IconPaperclip size={18} aria-hidden />}
            >
              {messages.addFiles}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Input.Wrapper>
  )
}
