import {
  connectDatabase,
  createCompanyRepository,
  createMembershipRepository,
  createUser,
  type Database,
} from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { drawPracticeForm } from './draw-practice-form.ts'
import { fillCatalogue } from './fill-catalogue.ts'
import { harbourCatalogue, type PracticeCatalogue, voltCatalogue } from './practice-catalogue.ts'
import { harbour, practiceSettings, volt } from './practice-companies.ts'
import { type PracticeSettings, practicePassword } from './practice-password.ts'
import { type PracticeRole, practiceEmail, practicePeople } from './practice-people.ts'

interface PracticeStory {
  company: { id: string; name: string }
  formId: string
  prefix: string
  catalogue: PracticeCatalogue
  /** Codes of the projects of those who see by project. */
  projects: Partial<Record<PracticeRole, readonly string[]>>
}

const stories: readonly PracticeStory[] = [
  {
    company: harbour,
    formId: '01930000-0000-7000-8000-00000000a101',
    prefix: 'PO',
    catalogue: harbourCatalogue,
    projects: { field: ['HVA-C', 'PIER9'], viewer: ['HVA-C'] },
  },
  {
    company: volt,
    formId: '01930000-0000-7000-8000-00000000b101',
    prefix: 'VPO',
    catalogue: voltCatalogue,
    projects: { field: ['EMER'], viewer: ['BUSL'] },
  },
]

/**
 * The two practice companies and their six sign-ins, after migrate and before start. What is there already stays as
 * people left it; only the practice passwords are set anew, because they are printed at every start.
 */
export async function makePractice(at: { mongoUrl: string; settings: PracticeSettings }): Promise<void> {
  if (!at.settings.practice) return
  const password = practicePassword(at.settings)
  const database = await connectDatabase(at.mongoUrl)
  try {
    const people = new Map<PracticeRole, string>()
    for (const { role, name } of practicePeople)
      people.set(role, (await createUser({ database, email: practiceEmail(role), name, password })).id)
    for (const story of stories) await makeCompany(database, { story, people })
  } finally {
    await database.close()
  }
}

async function makeCompany(
  database: Database,
  { story, people }: { story: PracticeStory; people: ReadonlyMap<PracticeRole, string> },
): Promise<void> {
  const scope = companyScope(story.company.id)
  await createCompanyRepository(database).create({ ...story.company, ...practiceSettings })
  const projects = await fillCatalogue(database, { scope, catalogue: story.catalogue })
  const memberships = createMembershipRepository(database)
  for (const [role, userId] of people) {
    if ((await memberships.find(scope, userId)) !== undefined) continue
    const projectIds = (story.projects[role] ?? []).flatMap((code) => projects.get(code) ?? [])
    await memberships.add(scope, { userId, role, projectIds })
  }
  await drawPracticeForm(database, {
    scope,
    formId: story.formId,
    prefix: story.prefix,
    by: people.get('admin') ?? '',
  })
}
