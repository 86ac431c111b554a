import { createUser } from '@fieldledger/storage'
import { type CompanyScope, companyScope, type Role } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { openSession, type Session } from './session.ts'
import { type RunningApi, startApi } from './start-api.ts'

const password = 'correct horse'
export const roles = ['admin', 'bookkeeper', 'approver', 'field', 'viewer', 'auditor'] as const

export interface CompanyOnStage {
  scope: CompanyScope
  people: Record<Role | 'other', { id: string; session: Session }>
  /** One id of every kind of record that an address names. */
  records: Records
}

export interface Records {
  forms: string
  vendors: string
  materials: string
  customers: string
  projects: string
  'cost-codes': string
  accounts: string
  connections: string
  people: string
  'api-keys': string
  invitations: string
  companies: string
  batches: string
  submissions: string
  files: string
  tasks: string
  runs: string
  effects: string
}

/** The same kinds of records, of somebody else and of no project: field, approver and viewer may not know of them. */
export type Hidden = Pick<Records, 'submissions' | 'files' | 'tasks' | 'runs' | 'effects'>

export interface Stage extends RunningApi {
  ours: CompanyOnStage
  hidden: Hidden
  theirs: CompanyOnStage
  nobody: Session
}

export async function setStage(): Promise<Stage> {
  const api = await startApi()
  const ours = await makeCompany(api, 'ours')
  const theirs = await makeCompany(api, 'theirs')
  const hidden = await makeRecords(api, { company: ours, by: 'other', project: false })
  return {
    ...api,
    ours: { ...ours, records: await completed(api, ours) },
    theirs: { ...theirs, records: await completed(api, theirs) },
    hidden,
    nobody: await openSession(api.origin),
  }
}

class StageNotSet extends Error {
  readonly code = 'stage-not-set'
  readonly retryable = false

  constructor(answer: unknown) {
    super(`A form was not taken: ${JSON.stringify(answer)}. Correct the stage.`)
    this.name = 'StageNotSet'
  }
}

type Begun = Omit<CompanyOnStage, 'records'> & {
  fixed: Omit<Records, keyof Hidden> & {
    vendorField: string
    projectField: string
    tableField: string
    filesField: string
  }
}

async function completed(api: RunningApi, company: Begun): Promise<Records> {
  const { vendorField: _v, projectField: _p, tableField: _t, filesField: _f, ...fixed } = company.fixed
  return { ...fixed, ...(await makeRecords(api, { company, by: 'field', project: true })) }
}

async function makeCompany(api: RunningApi, name: string): Promise<Begun> {
  const { services, origin } = api
  const { database, companies, memberships } = services
  const company = await companies.create({ name, currency: 'USD', timeZone: 'UTC', practice: true })
  const scope = companyScope(company.id)
  const people = {} as Begun['people']
  const projectId = v7()
  for (const role of [...roles, 'other'] as const) {
    const email = `${role}@${name}.example`
    const { id } = await createUser({ database, email, name: `${role} of ${name}`, password })
    const projectIds = role === 'viewer' || role === 'approver' ? [projectId] : []
    await memberships.add(scope, { userId: id, role: role === 'other' ? 'field' : role, projectIds })
    people[role] = { id, session: await openSession(origin, { email, password }) }
  }
  const { session } = people.admin
  const make = async (path: string, body: unknown) => String((await session('POST', path, body)).body.id)
  const form = (await session('POST', '/forms', { name: 'Order', template: 'purchase-order' })).body
  const forms = String(form.id)
  const fields = (form.draft as { fields: { id: string; kind: string; label: string }[] }).fields
  const fieldOf = (label: string) => fields.find((field) => field.label === label)?.id ?? ''
  await session('POST', `/forms/${forms}/publish`, {})
  await session('POST', `/forms/${forms}/workflow/publish`, { revision: 1 })
  const made = await make('/projects', { name: 'School' })
  for (const role of ['viewer', 'approver'] as const)
    await memberships.change(scope, { userId: people[role].id, change: { projectIds: [made] } })
  const spare = await createUser({ database, email: `spare@${name}.example`, name: 'Spare', password })
  await memberships.add(scope, { userId: spare.id, role: 'field' })
  return {
    scope,
    people,
    fixed: {
      forms,
      vendors: await make('/vendors', { name: 'Acme' }),
      materials: await make('/materials', { name: 'Cable' }),
      customers: await make('/customers', { name: 'City' }),
      projects: made,
      'cost-codes': await make('/cost-codes', { name: 'Electrical', code: '16000' }),
      accounts: await make('/accounts', { name: 'Materials', role: 'expense' }),
      connections: await make('/connections', {
        provider: services.connectors[0]?.id,
        environment: 'practice',
      }),
      people: spare.id,
      'api-keys': await make('/api-keys', { name: 'Spare', permissions: ['form.read'], days: 1 }),
      invitations: await make('/invitations', { email: `guest@${name}.example`, role: 'field' }),
      companies: company.id,
      batches: await makeBatch(api, { scope, formId: forms }),
      vendorField: fieldOf('Vendor'),
      projectField: fieldOf('Project'),
      tableField: fieldOf('Materials'),
      filesField: fieldOf('Attachments'),
    },
  }
}

async function makeBatch(
  { services }: RunningApi,
  at: { scope: CompanyScope; formId: string },
): Promise<string> {
  const id = v7()
  await services.runtime.ports.stores.of(at.scope).batches.insert({
    id,
    companyId: at.scope.companyId,
    formId: at.formId,
    workflowId: at.formId,
    workflowVersion: 1,
    origin: 'selection',
    tell: { roles: [], people: [] },
    state: 'finished',
    cursor: '',
    startedAt: new Date(),
  })
  return id
}

async function makeRecords(
  { services }: RunningApi,
  { company, by, project }: { company: Begun; by: 'field' | 'other'; project: boolean },
): Promise<Hidden> {
  const { fixed, people, scope } = company
  const { session } = people[by]
  const upload = new FormData()
  upload.append('file', new Blob([`a note by ${by} ${v7()}`]), 'note.txt')
  const file = (await session('POST', '/files', upload)).body
  const submitted = await session('POST', `/forms/${fixed.forms}/submissions`, {
    id: v7(),
    formVersion: 1,
    values: {
      [fixed.vendorField]: [fixed.vendors],
      ...(project ? { [fixed.projectField]: [fixed.projects] } : {}),
      [fixed.tableField]: [{ id: 'r1', description: 'Wire', quantity: '2', unitPrice: '3.5' }],
      [fixed.filesField]: [file],
    },
  })
  if (submitted.status !== 201) throw new StageNotSet(submitted.body)
  const submissions = String(submitted.body.id)
  const store = services.runtime.ports.stores.of(scope)
  const { companyId } = scope
  const [tasks, effects] = [v7(), v7()]
  await store.tasks.insert([
    {
      id: tasks,
      companyId,
      kind: 'approval',
      submissionId: submissions,
      title: 'Approve it',
      assignees: { roles: ['admin'], people: [] },
      noteRequired: false,
      state: 'open',
      openedAt: new Date(),
    },
  ])
  await store.effects.insert({
    id: effects,
    companyId,
    connectionId: fixed.connections,
    submissionId: submissions,
    key: effects,
    operation: 'create',
    target: { kind: 'document', documentKind: 'purchase-order', part: '', generation: 1 },
    revision: 1,
    requestHash: '',
    requestedBy: {},
    state: 'needs-person',
    waitingFor: null,
    dueAt: null,
    wakes: 0,
    epoch: 0,
    attempts: 0,
    tries: 0,
    sends: 0,
    attemptGroup: 1,
    dependsOn: [],
    problems: [],
    createdAt: new Date(),
    updatedAt: new Date(),
  })
  return { submissions, tasks, effects, files: String(file.id), runs: String(submitted.body.runId) }
}
