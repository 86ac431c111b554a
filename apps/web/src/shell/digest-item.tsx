import type { OwnDigest } from '@fieldledger/contract'
import { useCompanySettings } from '@fieldledger/ui'
import { Menu, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { useDone } from '../cures/use-done.ts'
import { messages } from './messages.ts'

const words = messages.digest

/** The daily e-mail, on or off for me. */
export function DigestItem() {
  const done = useDone()
  const { timeZone } = useCompanySettings()
  const kept = useQuery({
    queryKey: ['me', 'digest'],
    queryFn: ({ signal }) => api.get<OwnDigest>('/me/digest', signal),
  })
  const wanted = kept.data?.wanted === true
  const turn = () =>
    done(
      () => api.put('/me/digest', { wanted: !wanted }),
      wanted ? words.turnedOff : words.turnedOn(timeZone),
    )
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={wanted}
      leftSection={<IconMail size={16} aria-hidden />}
      rightSection={
        <Text size="sm" c="dimmed" component="span">
          {wanted ? words.on : words.off}
        </Text>
      }
      disabled={kept.data === undefined}
      closeMenuOnClick={false}
      onClick={() => void turn()}
    >
      {words.title}
    </Menu.Item>
  )
}
