import { DateText, Panel, StatusBadge } from '@fieldledger/ui'
import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { draftStore } from '../../filling/drafts/draft-store.ts'
import { useSignedIn } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import classes from './my-forms-page.module.css'

/** Forms that exist on this device only. */
export function UnsentDrafts() {
  const me = useSignedIn()
  const owner = { companyId: me.company.id, personId: me.id }
  const drafts = useQuery({
    queryKey: ['drafts', owner],
    queryFn: () => draftStore.list(owner),
    staleTime: 0,
    networkMode: 'always',
  })
  if (!drafts.data?.length) return null
  return (
    <Panel title={messages.unfinished} aside={<Text c="dimmed">{messages.unfinishedHint}</Text>}>
      <Stack gap="xs">
        {drafts.data.map((draft) => (
          <Link key={draft.id} to={`/my-forms/${draft.formId}`} className={classes.card}>
            <Stack gap={0} style={{ flex: 1 }}>
              <Text fw={600}>{draft.formName}</Text>
              <Text size="sm" c="dimmed" component="div">
                <DateText value={draft.updatedAt} style="relative" />
              </Text>
            </Stack>
            <Group>
              <StatusBadge
                tone={draft.state === 'sending' ? 'waiting' : 'grey'}
                word={draft.state === 'sending' ? messages.sending : messages.draft}
              />
            </Group>
          </Link>
        ))}
      </Stack>
    </Panel>
  )
}
