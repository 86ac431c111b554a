import { type CompanyScope, companyScope, type Role } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'
import { createAbsences } from './absences.ts'

export interface Viewer {
  id: string
  role: Role
  projectIds: readonly string[]
}

/** A query of submissions, its company included; combine it by $and. */
export type SubmissionFilter = { companyId: string } & Record<string, unknown>

export interface Visibility {
  /** Which submissions this person may know of (DESIGN §4): the one place that decides it. */
  submissions(scope: CompanyScope, person: Viewer): Promise<SubmissionFilter>
  sees(scope: CompanyScope, which: { person: Viewer; submissionId: string }): Promise<boolean>
}

type Sight = 'all' | 'own-and-asked' | 'projects'

const sightOf: Record<Role, Sight> = {
  admin: 'all',
  bookkeeper: 'all',
  auditor: 'all',
  approver: 'own-and-asked',
  // A form sent back to somebody in the field must be seen by them, whoever filled it in.
  field: 'own-and-asked',
  viewer: 'projects',
}

export function createVisibility(database: Database): Visibility {
  const { submissions, tasks } = defineRuntimeModels(database.connection)
  const absences = createAbsences(database)

  async function filter({ companyId }: CompanyScope, person: Viewer): Promise<SubmissionFilter> {
    const sight = sightOf[person.role]
    if (sight === 'all') return { companyId }
    const byProject = { projectId: trusted({ $in: [...person.projectIds] }) }
    if (sight === 'projects') return { companyId, ...byProject }
    const away = await absences.away(companyScope(companyId), new Date())
    const asked = [person, ...away.filter(({ standIn }) => standIn.id === person.id)]
    const concerned = await tasks.distinct('submissionId').where({ companyId, $or: asked.flatMap(concerns) })
    return {
      companyId,
      $or: [{ submittedBy: person.id }, byProject, { _id: trusted({ $in: concerned }) }],
    }
  }

  return {
    submissions: filter,
    async sees(scope, { person, submissionId }) {
      const visible = await filter(scope, person)
      const seen = await submissions.exists({
        companyId: scope.companyId,
        $and: [visible, { _id: submissionId }],
      })
      return seen !== null
    },
  }
}

function concerns({ id, role }: Pick<Viewer, 'id' | 'role'>) {
  return [
    { 'assignees.people': id, state: 'open' },
    { 'decision.by.id': id },
    { 'votes.by.id': id },
    // A form that the field staff is to complete, whoever of them does.
    ...(role === 'field' ? [{ 'assignees.roles': role, kind: 'edit-form', state: 'open' }] : []),
    ...(role === 'approver' ? [{ 'assignees.roles': role, state: 'open' }] : []),
  ]
}
