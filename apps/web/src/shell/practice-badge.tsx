import { useIsPhone } from '@fieldledger/ui'
import { Badge } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { messages } from './messages.ts'

/** Every practice page carries the word (DESIGN §1, point 7). */
export function PracticeBadge() {
  const phone = useIsPhone()
  return (
    <Badge
      color="grape"
      variant="light"
      leftSection={phone ? null : <IconSchool size={13} aria-hidden />}
      title={messages.practiceHint}
      style={{ flexShrink: 0 }}
    >
      {messages.practice}
    </Badge>
  )
}
