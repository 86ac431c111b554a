import { Badge, Loader } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  type TablerIcon,
} from '@tabler/icons-react'

/** DESIGN §9: the same colour and sign for the same meaning everywhere, never colour alone. */
export type StatusTone = 'grey' | 'waiting' | 'moving' | 'good' | 'warning' | 'bad'

const looks: Record<StatusTone, { color: string; Icon: TablerIcon }> = {
  grey: { color: 'gray', Icon: IconCircleDashed },
  waiting: { color: 'blue', Icon: IconClock },
  moving: { color: 'blue', Icon: IconClock },
  good: { color: 'green', Icon: IconCircleCheck },
  warning: { color: 'yellow', Icon: IconAlertTriangle },
  bad: { color: 'red', Icon: IconCircleX },
}

export function StatusBadge({ tone, word, title }: { tone: StatusTone; word: string; title?: string }) {
  const { color, Icon } = looks[tone]
  return (
    <Badge
      color={color}
      variant="light"
      styles={{ root: { flexShrink: 0, maxWidth: 'none' }, label: { overflow: 'visible' } }}
      className={`status-badge status-${tone}`}
      leftSection={
        tone === 'moving' ? <Loader size={10} color="blue" aria-hidden /> : <Icon size={13} aria-hidden />
      }
      {...(title === undefined ? {} : { title })}
    >
      {word}
    </Badge>
  )
}
