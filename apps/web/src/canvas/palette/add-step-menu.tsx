import { stepView } from '@fieldledger/steps/views'
import { Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useEditor } from '../draft/editor-context.ts'
import type { AddPlace } from '../draft/editor-store.ts'
import { messages } from '../messages.ts'
import styles from './add-step-menu.module.css'
import { describePlaces, placeKey } from './describe-places.ts'
import { type PaletteEntry, searchEntries } from './palette-entries.ts'
import { useAddEntry } from './use-add-entry.ts'

/** The way to add and connect a step without a mouse: search, arrows, Enter. */
export function AddStepMenu({ entries }: { entries: readonly PaletteEntry[] }) {
  const place = useEditor((state) => state.adding)
  const close = useEditor((state) => state.openAddMenu)
  return (
    <Modal
      opened={place !== undefined}
      onClose={() => close(undefined)}
      title={messages.addMenu.title}
      closeButtonProps={{ 'aria-label': messages.close }}
      size="md"
      transitionProps={{ duration: 120 }}
    >
      {place !== undefined && (
        <Choices entries={entries} start={place} onDone={() => close(undefined)} key={placeKey(place)} />
      )}
    </Modal>
  )
}

function Choices(props: { entries: readonly PaletteEntry[]; start: AddPlace; onDone(): void }) {
  const graph = useEditor(({ history }) => history.graph)
  const add = useAddEntry()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [place, setPlace] = useState(props.start)
  const places = describePlaces(graph, props.start)
  const matching = searchEntries(props.entries, query)
  const found = [
    ...matching.filter(({ blocked }) => blocked === undefined),
    ...matching.filter(({ blocked }) => blocked !== undefined),
  ]
  const index = Math.min(at, Math.max(0, found.length - 1))

  function choose(entry: PaletteEntry | undefined) {
    if (entry === undefined) return
    add(entry, place)
    if (entry.blocked === undefined) props.onDone()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setAt((index + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setAt((index - 1 + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter') choose(found[index])
    else return
    event.preventDefault()
  }
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={`${listId}-${index}`}
        aria-label={messages.palette.search}
        placeholder={messages.palette.search}
        leftSection={<IconSearch size={16} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={messages.palette.title} className={styles.list}>
        {found.map((entry, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above carries the keyboard
          <div
            key={entry.id}
            id={`${listId}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            aria-disabled={entry.blocked !== undefined}
            className={styles.choice}
            onClick={() => choose(entry)}
            onPointerEnter={() => setAt(position)}
          >
            <EntryIcon entry={entry} />
            <span>
              <span className={styles.title}>{entry.title}</span>
              <span className={styles.description}>{entry.blocked?.reason ?? entry.description}</span>
            </span>
          </div>
        ))}
        {found.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {messages.palette.nothing}
          </Text>
        )}
      </div>
      <Select
        label={messages.addMenu.where}
        data={places.map(({ key, label }) => ({ value: key, label }))}
        value={placeKey(place)}
        onChange={(key) => setPlace(places.find((one) => one.key === key)?.place ?? place)}
        allowDeselect={false}
      />
    </Stack>
  )
}

function EntryIcon({ entry }: { entry: PaletteEntry }) {
  const view = stepView(entry.definition.kind)
  return (
    <span className={styles.icon} aria-hidden="true">
      {entry.provider === undefined ? (
        view && <view.Icon size={18} />
      ) : (
        <img src={entry.provider.logoUrl} alt="" />
      )}
    </span>
  )
}
