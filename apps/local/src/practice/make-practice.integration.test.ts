import {
  connectDatabase,
  createCatalogueRepository,
  createCompanyRepository,
  createFormRepository,
  createMembershipRepository,
  createWorkflowRepository,
  type Database,
  migrate,
} from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePractice } from './make-practice.ts'
import { harbour, practiceCompanies, volt } from './practice-companies.ts'
import { orderFields } from './practice-forms.ts'
import { PracticePasswordMissing, practicePassword } from './practice-password.ts'
import { resetPractice } from './reset-practice.ts'

const url = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? 'mongodb://127.0.0.1')
url.pathname = `/practice-${v7()}`
const mongoUrl = url.toString()
const settings = { practice: true, host: '127.0.0.1', demoPassword: undefined }
let database: Database

beforeAll(async () => {
  await migrate({ mongoUrl })
  await makePractice({ mongoUrl, settings })
  await makePractice({ mongoUrl, settings })
  database = await connectDatabase(mongoUrl)
})
afterAll(async () => {
  await database.connection.dropDatabase()
  await database.close()
})

const rolesIn = async (companyId: string) =>
  (await createMembershipRepository(database).members(companyScope(companyId))).map(({ email, role }) => [
    role,
    email,
  ])

test('both companies have six people, each with the role of their address, however often they are made', async () => {
  for (const { id } of practiceCompanies) {
    const members = await rolesIn(id)
    expect(members.length).toBe(6)
    for (const [role, email] of members) expect(email).toBe(`${role}@practice.example`)
  }
})

test('Volt Auto Electric has a published purchase order and a workflow draft that sends nothing', async () => {
  const scope = companyScope(volt.id)
  const [form] = await createFormRepository(database).list(scope)
  expect(form).toMatchObject({ publishedVersion: 1, draft: { type: 'purchase-order' } })
  expect(form?.draft.fields.map(({ id }) => id)).toEqual(Object.values(orderFields))
  const workflow = await createWorkflowRepository(database, () => undefined).find(scope, form?.id ?? '')
  expect(workflow?.publishedVersion).toBeNull()
  expect(Object.values(workflow?.graph.steps ?? {}).map(({ kind }) => kind)).toEqual([
    'form-submitted',
    'approval',
  ])
  const catalogue = createCatalogueRepository(database)
  expect((await catalogue.all(scope, 'vendor')).length).toBe(4)
  expect((await catalogue.all(scope, 'material')).length).toBe(7)
})

test('the field user and the viewer see by different projects', async () => {
  const members = await createMembershipRepository(database).members(companyScope(harbour.id))
  const projects = (role: string) => members.find((member) => member.role === role)?.projectIds ?? []
  expect(projects('field').length).toBe(2)
  expect(projects('viewer').length).toBe(1)
  expect(projects('field')).toContain(projects('viewer')[0])
})

test('renewing empties the practice companies and no other, and they can be made again', async () => {
  const other = await createCompanyRepository(database).create({
    name: 'A real company',
    currency: 'USD',
    timeZone: 'UTC',
    practice: false,
  })
  const catalogue = createCatalogueRepository(database)
  const at = new Date()
  await catalogue.insert('project', {
    id: v7(),
    companyId: other.id,
    name: 'Kept',
    archived: false,
    createdAt: at,
    updatedAt: at,
  })
  await resetPractice({ mongoUrl })
  expect(await rolesIn(volt.id)).toEqual([])
  expect(await catalogue.all(companyScope(volt.id), 'vendor')).toEqual([])
  expect((await catalogue.all(companyScope(other.id), 'project')).length).toBe(1)
  await makePractice({ mongoUrl, settings })
  expect((await rolesIn(volt.id)).length).toBe(6)
})

test('the practice password is no secret on this machine, and is asked for where others can reach it', () => {
  expect(practicePassword(settings)).toBe('practice')
  expect(practicePassword({ ...settings, demoPassword: 'our own words' })).toBe('our own words')
  expect(() => practicePassword({ ...settings, host: '0.0.0.0' })).toThrow(PracticePasswordMissing)
})
