import { Button, Code, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** A link or a secret that somebody will paste elsewhere. */
export function CopyableCode(props: { value: string; copyLabel: string; copiedLabel: string }) {
  return (
    <>
      <Code block data-testid="copyable" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {props.value}
      </Code>
      <CopyButton value={props.value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            w="fit-content"
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {copied ? props.copiedLabel : props.copyLabel}
          </Button>
        )}
      </CopyButton>
    </>
  )
}
