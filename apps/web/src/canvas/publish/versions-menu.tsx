import { DateText } from '@fieldledger/ui'
import { Button, Menu, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readVersions, type WorkflowPlace } from '../api/editor-api.ts'
import { useEditor } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import styles from '../problems/problems-list.module.css'
import { WaitingFormsDialog } from './waiting-forms-dialog.tsx'

/** Every published version; choosing one shows it, read-only. */
export function VersionsMenu(props: { place: WorkflowPlace; onView(version: number): void }) {
  const { place, onView } = props
  const [opened, setOpened] = useState(false)
  const [moving, setMoving] = useState(false)
  const mayMove = useEditor((state) => state.editable)
  const versions = useQuery({
    queryKey: ['workflow', place.workflowId, 'versions'],
    queryFn: () => readVersions(place),
    enabled: opened,
  })
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={messages.versions.title}>
          <span className={styles.face}>
            <IconHistory size={16} />
            <span className={styles.word}>{messages.versions.title}</span>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {versions.data?.rows.length === 0 && <Menu.Label>{messages.versions.none}</Menu.Label>}
        {versions.data === undefined && <Menu.Label>{messages.loading}</Menu.Label>}
        {(versions.data?.rows ?? []).map(({ version, publishedAt, publishedBy }) => (
          <Menu.Item key={version} onClick={() => onView(version)}>
            <Text size="sm" fw={550}>
              {messages.versions.version(version)}
            </Text>
            <Text size="xs" c="dimmed">
              <DateText value={publishedAt} /> {publishedBy}
            </Text>
          </Menu.Item>
        ))}
        {mayMove && (versions.data?.rows.length ?? 0) > 1 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => setMoving(true)}>{messages.waitingForms.open}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
      {moving && <WaitingFormsDialog place={place} onClose={() => setMoving(false)} />}
    </Menu>
  )
}
