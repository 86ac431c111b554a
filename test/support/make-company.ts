import {
  connectDatabase,
  createCompanyRepository,
  createMembershipRepository,
  createUser,
  type Database,
} from '@fieldledger/storage'
import { companyScope, type Graph } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import {
  connectPracticeLedger,
  type PracticeConnection,
} from '../../apps/local/src/practice/connect-practice-ledger.ts'
import { fillCatalogue } from '../../apps/local/src/practice/fill-catalogue.ts'
import { importPracticeLedger } from '../../apps/local/src/practice/import-practice-ledger.ts'
import { harbourCatalogue, type PracticeCatalogue } from '../../apps/local/src/practice/practice-catalogue.ts'
import { practiceSettings } from '../../apps/local/src/practice/practice-companies.ts'
import { type PracticeRole, practicePeople } from '../../apps/local/src/practice/practice-people.ts'
import { PracticeSession } from '../../apps/local/src/practice/practice-session.ts'
import { type HttpSession, signIn } from './http-session.ts'
import { PracticeLedger } from './practice-ledger.ts'
import { type PublishedForm, publishForm } from './publish-form.ts'

/** Where a booted stack is; what `bootStack` answers fits. */
export interface StackPlace {
  url: string
  sandboxUrl: string
  mongoUrl: string
}

export interface TestPerson {
  id: string
  email: string
  name: string
}

/** A company of its own: what one test does is never seen by another. */
export interface TestCompany {
  id: string
  name: string
  password: string
  people: Record<PracticeRole, TestPerson>
  /** Signed in once for each role. */
  as(role: PracticeRole): Promise<HttpSession>
}

/** A company with people, catalogue and memberships, straight in the database: no form, no connection. */
export async function makeCompany(options: {
  stack: StackPlace
  /** Some letters and digits are added to it, so that it is the only one of its name. */
  name?: string
  catalogue?: PracticeCatalogue
  /** Whose practice ledger is connected, when not the first one's. */
  provider?: string
}): Promise<TestCompany> {
  const { stack, catalogue = harbourCatalogue } = options
  const id = v7()
  const tag = id.slice(-6)
  const name = `${options.name ?? 'Test Construction'} ${tag}`
  const password = `test-${id}`
  const database = await connectDatabase(stack.mongoUrl)
  try {
    await createCompanyRepository(database).create({ id, name, ...practiceSettings })
    const scope = companyScope(id)
    await fillCatalogue(database, { scope, catalogue })
    const people = await makePeople(database, { companyId: id, tag, password })
    const sessions = new Map<PracticeRole, Promise<HttpSession>>()
    const as = (role: PracticeRole) => {
      const known = sessions.get(role)
      if (known !== undefined) return known
      const session = signIn({ origin: stack.url, email: people[role].email, password }).then((signedIn) =>
        signedIn.inCompany(id),
      )
      sessions.set(role, session)
      return session
    }
    return { id, name, password, people, as }
  } finally {
    await database.close()
  }
}

async function makePeople(
  database: Database,
  { companyId, tag, password }: { companyId: string; tag: string; password: string },
): Promise<Record<PracticeRole, TestPerson>> {
  const memberships = createMembershipRepository(database)
  const made = await Promise.all(
    practicePeople.map(async ({ role, name }) => {
      const email = `${role}.${tag}@test.example`
      const user = await createUser({ database, email, name, password })
      await memberships.add(companyScope(companyId), { userId: user.id, role })
      return [role, { id: user.id, email, name }] as const
    }),
  )
  return Object.fromEntries(made) as Record<PracticeRole, TestPerson>
}

export interface ConnectedCompany extends TestCompany {
  connection: PracticeConnection
  /** Its books in the practice ledger. */
  realm: string
  ledger: PracticeLedger
}

/** A company whose practice ledger (a new realm) is connected and imported as an admin does it. */
export async function makeConnectedCompany(
  options: Parameters<typeof makeCompany>[0],
): Promise<ConnectedCompany> {
  const { admin, ...company } = await makeNewlyConnectedCompany(options)
  await importPracticeLedger(admin, company.connection)
  return company
}

/** The same before anything was imported. */
export async function makeNewlyConnectedCompany(
  options: Parameters<typeof makeCompany>[0],
): Promise<ConnectedCompany & { admin: PracticeSession }> {
  const company = await makeCompany(options)
  const { stack } = options
  const admin = await PracticeSession.signIn({
    apiUrl: stack.url,
    companyId: company.id,
    email: company.people.admin.email,
    password: company.password,
  })
  const connection = await connectPracticeLedger(admin, {
    name: company.name,
    ...(options.provider === undefined ? {} : { provider: options.provider }),
  })
  const ledger = new PracticeLedger(`${stack.sandboxUrl}/${connection.provider}`)
  const realm = (await ledger.realms()).find(({ name }) => name === company.name)
  if (realm === undefined) throw new RealmMissing(company.name)
  return { ...company, admin, connection, realm: realm.id, ledger }
}

export interface SendingCompany extends ConnectedCompany {
  form: PublishedForm
}

/** A connected company with the practice purchase order published and a workflow that sends it. */
export async function makeSendingCompany(
  options: Parameters<typeof makeCompany>[0] & { graph: (connection: PracticeConnection) => Graph },
): Promise<SendingCompany> {
  const company = await makeConnectedCompany(options)
  const form = await publishForm(await company.as('admin'), { graph: options.graph(company.connection) })
  return { ...company, form }
}

class RealmMissing extends Error {
  readonly code = 'realm-missing'
  readonly retryable = false

  constructor(name: string) {
    super(`The practice ledger has no company ${name}: look at what its consent page answered.`)
    this.name = 'RealmMissing'
  }
}
