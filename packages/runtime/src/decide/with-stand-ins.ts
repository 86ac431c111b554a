import type { Recipients } from '@fieldledger/workflow'
import type { Away } from '../ports/versions.ts'

/** The same people, and whoever stands in for one of them, or for one of their roles, meanwhile. */
export function withStandIns(recipients: Recipients, away: readonly Away[]): Recipients {
  const { people, roles } = recipients
  const absent = away.filter(({ id, role }) => people.includes(id) || roles.includes(role))
  return { ...recipients, people: [...new Set([...people, ...absent.map(({ standIn }) => standIn.id)])] }
}
