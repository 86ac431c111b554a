import { PageHeader } from '@fieldledger/ui'
import { Button, SimpleGrid, Stack } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useMay, useSignedIn } from '../../session/me-context.ts'
import { UnsentDrafts } from '../fill/unsent-drafts.tsx'
import { AttentionPanel } from './attention-panel.tsx'
import { FirstSteps } from './first-steps.tsx'
import { messages } from './messages.ts'
import { RecentPanel } from './recent-panel.tsx'
import { WaitingPanel } from './waiting-panel.tsx'

/** By role: what waits for me, what went wrong, and on the first day what to do first. */
export function HomePage() {
  const me = useSignedIn()
  const mayDesign = useMay('form.design')
  const maySubmit = useMay('form.submit')
  const mayDecide = useMay('task.read')
  const mayRepair = useMay('effect.resolve')
  return (
    <>
      <PageHeader title={messages.greeting(me.name)} hint={me.company.name}>
        {maySubmit ? (
          <Button component={Link} to="/my-forms" leftSection={<IconPencilPlus size={16} aria-hidden />}>
            {messages.fill}
          </Button>
        ) : null}
      </PageHeader>
      <Stack>
        {mayDesign ? <FirstSteps /> : null}
        {maySubmit ? <UnsentDrafts /> : null}
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {mayDecide ? <WaitingPanel /> : null}
          {mayRepair ? <AttentionPanel /> : null}
        </SimpleGrid>
        <RecentPanel />
      </Stack>
    </>
  )
}
