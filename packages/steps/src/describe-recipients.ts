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
  return listInWords(recipientWords(recipients))
}

export function recipientWords({ roles, people, submitter }: Recipients): string[] {
  return [
    ...roles.map((role) => roleNames[role]),
    ...(people.length === 0 ? [] : [people.length === 1 ? '1 person' : `${people.length} people`]),
    ...(submitter === true ? ['the submitter'] : []),
  ]
}

/** "a, b and c" */
export function listInWords(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? 'nobody') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export function isNobody(recipients: Recipients): boolean {
  return recipients.roles.length === 0 && recipients.people.length === 0 && recipients.submitter !== true
}
