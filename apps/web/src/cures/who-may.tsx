import { mayDo, type Permission } from '@fieldledger/contract'
import type { Role } from '@fieldledger/workflow'
import { Text } from '@mantine/core'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'

const roles = Object.keys(messages.roles) as Role[]

/** Said to whoever may not cure it: who may. Nothing for those who may. */
export function WhoMay({ permission }: { permission: Permission }) {
  const may = useMay(permission)
  if (may) return null
  const who = roles.filter((role) => mayDo(role, permission)).map((role) => messages.roles[role])
  return (
    <Text size="sm" c="dimmed">
      {messages.whoMay(who)}
    </Text>
  )
}
