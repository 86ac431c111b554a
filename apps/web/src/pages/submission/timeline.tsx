import type { TimelineEntryView } from '@fieldledger/contract'
import { DateText, EmptyState } from '@fieldledger/ui'
import { Anchor, Group, Skeleton, Stack, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDot,
  IconExternalLink,
  IconLoader,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { messages } from './messages.ts'
import classes from './timeline.module.css'

const icons: Record<TimelineEntryView['tone'], TablerIcon> = {
  neutral: IconCircleDot,
  progress: IconLoader,
  good: IconCheck,
  warning: IconAlertTriangle,
  bad: IconX,
}

/** Every event a sentence with its time, who did it, and the link. */
export function Timeline({ entries, loaded }: { entries: readonly TimelineEntryView[]; loaded: boolean }) {
  if (entries.length === 0) return loaded ? <EmptyState title={messages.emptyTimeline} /> : <Loading />
  return (
    <ol className={classes.list} aria-live="polite" aria-label={messages.timeline}>
      {entries.map((entry) => {
        const Icon = icons[entry.tone]
        return (
          <li key={entry.seq} className={classes.entry} data-tone={entry.tone} data-code={entry.code}>
            <span className={classes.dot}>
              <Icon size={14} stroke={2.2} aria-hidden />
            </span>
            <div className={classes.words}>
              <Text component="div">{entry.text}</Text>
              {entry.details?.map((detail) => (
                <Text key={detail} size="sm" c="dimmed">
                  {detail}
                </Text>
              ))}
              <Group gap={6} fz="xs" c="dimmed">
                <span>{entry.actor}</span>
                <span aria-hidden>·</span>
                <DateText value={entry.at} />
                {entry.links?.map(({ submissionId, text }) => (
                  <Anchor
                    key={submissionId}
                    component={Link}
                    to={`/submissions/${submissionId}`}
                    fz="xs"
                    underline="always"
                  >
                    {text}
                  </Anchor>
                ))}
                {entry.url ? (
                  <Anchor href={entry.url} target="_blank" rel="noreferrer" fz="xs">
                    <IconExternalLink size={12} aria-hidden /> {messages.open}
                  </Anchor>
                ) : null}
              </Group>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Loading() {
  return (
    <Stack gap="md" mb="md" aria-busy="true">
      {[46, 62, 38].map((width) => (
        <Group key={width} gap="sm" wrap="nowrap">
          <Skeleton circle height={24} />
          <Skeleton height={14} width={`${width}%`} />
        </Group>
      ))}
    </Stack>
  )
}
