import type { Role } from '@fieldledger/workflow'

export const roleNames: Record<Role, string> = {
  admin: 'Admin',
  bookkeeper: 'Bookkeeper',
  approver: 'Approver',
  field: 'Field staff',
  viewer: 'Viewer',
  auditor: 'Auditor',
}

export const messages = {
  title: 'People',
  hint: 'Who works in this company, and what they may do.',
  label: 'People',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  projects: 'Projects',
  allProjects: 'All their role shows',
  someProjects: (count: number) => (count === 1 ? '1 project' : `${count} projects`),
  state: 'State',
  active: 'Active',
  inactive: 'Deactivated',
  invite: 'Invite someone',
  inviteDo: 'Send the invitation',
  inviteLink: 'The invitation was sent by e-mail. It can be handed over as a link too:',
  invited: 'Invited.',
  close: 'Close',
  edit: (name: string) => name,
  save: 'Save',
  saved: 'Saved.',
  deactivate: 'Deactivate',
  activate: 'Activate',
  emptyTitle: 'Nobody here yet',
  emptyHint: 'Invite the people who fill in, approve and book.',
  retry: 'Try again',
}
