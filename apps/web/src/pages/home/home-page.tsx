import { PageHeader } from '@fieldledger/ui'
import { useSignedIn } from '../../session/me-context.ts'
import { messages } from './messages.ts'

export function HomePage() {
  const me = useSignedIn()
  return <PageHeader title={messages.greeting(me.name)} />
}
