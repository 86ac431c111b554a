import { EmptyState } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { messages } from './messages.ts'

export function NothingFound() {
  const [, setSearch] = useSearchParams()
  return (
    <EmptyState
      icon={<IconSearchOff size={24} />}
      title={messages.nothingFound}
      hint={messages.nothingFoundHint}
    >
      <Button variant="default" onClick={() => setSearch({})}>
        {messages.clearFilters}
      </Button>
    </EmptyState>
  )
}
