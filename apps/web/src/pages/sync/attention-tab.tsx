import type { AttentionGroup, Page } from '@fieldledger/contract'
import { EmptyState, LoadState, Panel } from '@fieldledger/ui'
import { Box, Stack } from '@mantine/core'
import { IconMoodCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useFailedMails } from '../../data/use-failed-mails.ts'
import { WhatItMeans } from '../../explain/what-it-means.tsx'
import { AttentionTable } from './attention-table.tsx'
import { CuresUnderWay } from './cures-under-way.tsx'
import { FailedMails } from './failed-mails.tsx'
import { GroupButtons } from './group-buttons.tsx'
import { messages } from './messages.ts'

/** Causes first, documents beneath. */
export function AttentionTab() {
  const groups = useQuery({
    queryKey: ['attention'],
    queryFn: ({ signal }) => api.get<Page<AttentionGroup>>('/needs-attention', signal),
  })
  const failedMails = useFailedMails().length
  return (
    <Stack>
      <CuresUnderWay />
      <LoadState query={groups} retryLabel={messages.retry}>
        {({ rows }) =>
          rows.length + failedMails === 0 ? (
            <EmptyState
              icon={<IconMoodCheck size={24} />}
              title={messages.attentionEmpty}
              hint={messages.attentionEmptyHint}
            />
          ) : (
            <Stack>
              <FailedMails />
              {rows.map((group) => (
                <Panel key={group.key} title={group.cause} aside={<GroupButtons group={group} />} flush>
                  <AttentionTable group={group} />
                  {group.explanation === undefined ? null : (
                    <Box px="md" py={6}>
                      <WhatItMeans explanation={group.explanation} />
                    </Box>
                  )}
                </Panel>
              ))}
            </Stack>
          )
        }
      </LoadState>
    </Stack>
  )
}
