import { ActionIcon, Menu } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useDrawerData } from '../views/drawer-data.ts'
import { messages } from './messages.ts'
import { placeholdersOf, writeSecret } from './placeholders.ts'

export interface ValueMenuProps {
  label: string
  /** Lists fit here too. */
  lines?: boolean
  secrets?: boolean
  onChoose(placeholder: string): void
}

/** All that a text may name, by the words that people know. */
export function ValueMenu({ label, lines, secrets, onChoose }: ValueMenuProps) {
  const data = useDrawerData()
  const known = placeholdersOf(data.form, data.given).filter(({ type }) => type === 'text' || lines === true)
  return (
    <Menu position="bottom-end" withinPortal returnFocus={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={messages.insert(label)}>
          <IconBraces size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Menu.Label>{messages.values}</Menu.Label>
        {known.map(({ name, label: words }) => (
          <Menu.Item key={name} onClick={() => onChoose(`{${name}}`)}>
            {words}
          </Menu.Item>
        ))}
        {secrets === true && <Menu.Label>{messages.secrets}</Menu.Label>}
        {secrets === true && data.secrets.length === 0 && (
          <Menu.Item disabled>{messages.noSecrets}</Menu.Item>
        )}
        {secrets === true &&
          data.secrets.map(({ name }) => (
            <Menu.Item key={name} onClick={() => onChoose(writeSecret(name))}>
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
