import { EmptyState } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link } from 'react-router'
import { messages } from './messages.ts'

export function NotFoundPage() {
  return (
    <EmptyState icon={<IconMapOff size={24} />} title={messages.title} hint={messages.hint}>
      <Button component={Link} to="/">
        {messages.home}
      </Button>
    </EmptyState>
  )
}
