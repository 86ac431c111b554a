import type { Stamp, TimelineActor } from '@fieldledger/workflow'
import type { Person } from '../ports/person.ts'

export type ActedStamp = Stamp & { actor: TimelineActor }

export function byPerson(person: Pick<Person, 'id' | 'name'>): TimelineActor {
  return { kind: 'person', id: person.id, name: person.name }
}

export const bySystem: TimelineActor = { kind: 'system' }

export function byStep(stepName: string): TimelineActor {
  return { kind: 'workflow', stepName }
}
