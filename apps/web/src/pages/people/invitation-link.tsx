import { CopyableCode } from '@fieldledger/ui'
import { Alert, Stack } from '@mantine/core'
import { messages } from './messages.ts'

/** Shown once: afterwards only a new link can be made. */
export function InvitationLink({ email, url }: { email: string; url: string | undefined }) {
  if (url === undefined) return null
  return (
    <Stack gap="xs">
      <Alert color="teal" role="status">
        {messages.inviteLink(email)}
      </Alert>
      <CopyableCode value={url} copyLabel={messages.copyLink} copiedLabel={messages.copied} />
    </Stack>
  )
}
