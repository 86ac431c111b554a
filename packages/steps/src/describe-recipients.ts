import type { Recipients, Role } from '@fieldledger/workflow'

const roleNames: Record<Role, string> = {
  admin: 'admins',
  bookkeeper: 'bookkeepers',
  approver: 'approvers',
  field: 'field staff',
  viewer: 'viewers',
  auditor: 'auditors',
}

/** "approvers, 2 people and the submitter" */
export function describeRecipients(recipients: Recipients): string {
  const parts = recipients.roles.map((role) => roleNames[role])
  if (recipients.people.length > 0)
    parts.push(recipients.people.length === 1 ? '1 person' : `${recipients.people.length} people`)
  if (recipients.submitter === true) parts.push('the submitter')
  return parts.length <= 1 ? (parts[0] ?? 'nobody') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

export function isNobody(recipients: Recipients): boolean {
  return recipients.roles.length === 0 && recipients.people.length === 0 && recipients.submitter !== true
}
