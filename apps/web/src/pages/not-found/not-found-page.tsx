import { PageHeader } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { messages } from './messages.ts'

export function NotFoundPage() {
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <Button component={Link} to="/">
        {messages.home}
      </Button>
    </>
  )
}
