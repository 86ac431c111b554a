import { ActionIcon, ScrollArea, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { messages } from '../messages.ts'
import styles from './palette.module.css'
import { type PaletteEntry, searchEntries } from './palette-entries.ts'
import { PaletteItem } from './palette-item.tsx'

/** Everything that can be placed, grouped and searchable. */
export function Palette({ entries }: { entries: readonly PaletteEntry[] }) {
  const [query, setQuery] = useState('')
  const found = searchEntries(entries, query)
  const groups = [...new Set(found.map(({ group }) => group))]
  return (
    <nav className={styles.palette} aria-label={messages.palette.title}>
      <TextInput
        className={styles.search ?? ''}
        aria-label={messages.palette.search}
        placeholder={messages.palette.search}
        leftSection={<IconSearch size={16} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        rightSection={
          query === '' ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={messages.palette.clear}
              onClick={() => setQuery('')}
            >
              <IconX size={14} />
            </ActionIcon>
          )
        }
      />
      <ScrollArea className={styles.scroll ?? ''} type="auto" scrollbarSize={8}>
        {groups.map((group) => (
          <section key={group} className={styles.group} aria-label={group}>
            <h3>{group}</h3>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <PaletteItem key={entry.id} entry={entry} />
              ))}
          </section>
        ))}
        {found.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {messages.palette.nothing}
          </Text>
        )}
        <VisuallyHidden id="palette-hint">{messages.palette.hint}</VisuallyHidden>
      </ScrollArea>
    </nav>
  )
}
