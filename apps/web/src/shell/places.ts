import type { Permission } from '@fieldledger/contract'
import {
  IconAddressBook,
  IconBooks,
  IconBuilding,
  IconChecklist,
  IconFileText,
  IconForms,
  IconHistory,
  IconHome,
  IconKey,
  IconPencilPlus,
  IconPlugConnected,
  IconRefresh,
  IconRoute,
  type TablerIcon,
} from '@tabler/icons-react'
import { messages } from './messages.ts'

export interface Place {
  to: string
  label: string
  Icon: TablerIcon
  /** Shown to whoever has it; absent = everyone. */
  permission?: Permission
}

/** The rail, from top to bottom (DESIGN §9). */
export const places: readonly Place[] = [
  { to: '/', label: messages.home, Icon: IconHome },
  { to: '/my-forms', label: messages.myForms, Icon: IconPencilPlus, permission: 'form.submit' },
  { to: '/submissions', label: messages.submissions, Icon: IconFileText, permission: 'submission.read' },
  { to: '/tasks', label: messages.tasks, Icon: IconChecklist, permission: 'task.read' },
  { to: '/forms', label: messages.forms, Icon: IconForms, permission: 'form.design' },
  { to: '/sync', label: messages.sync, Icon: IconRefresh, permission: 'sync-log.read' },
  { to: '/runs', label: messages.runs, Icon: IconRoute, permission: 'workflow.read' },
  { to: '/catalogue', label: messages.catalogue, Icon: IconBooks, permission: 'catalogue.edit' },
  { to: '/connections', label: messages.connections, Icon: IconPlugConnected, permission: 'connection.read' },
  { to: '/people', label: messages.people, Icon: IconAddressBook, permission: 'people.manage' },
  { to: '/company', label: messages.company, Icon: IconBuilding, permission: 'company.manage' },
  { to: '/api-keys', label: messages.apiKeys, Icon: IconKey, permission: 'api-key.manage' },
  { to: '/audit', label: messages.audit, Icon: IconHistory, permission: 'audit.read' },
]
