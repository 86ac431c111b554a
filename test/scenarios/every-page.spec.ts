import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { seedExamples } from '../../apps/local/src/practice/seed-examples.ts'
import { mailedDecision } from './support/mailed-decision.ts'
import { pageFindings } from './support/page-findings.ts'
import { screens, signedIn } from './support/person.ts'
import { practicePages } from './support/practice-pages.ts'
import { runBatch } from './support/run-batch.ts'
import { stackUrl } from './support/stack.ts'
import { webPages } from './support/web-pages.ts'

const company = 'Harbour Construction'
/** Two tabs: while one page is examined, the next one loads. */
const tabs = 2

type Session = Awaited<ReturnType<Awaited<ReturnType<typeof signedIn>>['context']['storageState']>>

test.describe('Every page stands without a serious finding', () => {
  test.setTimeout(600_000)
  const sessions = new Map<string, Session>()

  test.beforeAll(async ({ browser }) => {
    await seedExamples({ apiUrl: stackUrl, password: 'practice' })
    for (const role of ['admin', 'field', 'approver']) {
      const { context, page } = await signedIn(browser, { email: `${role}@practice.example`, company })
      if (role === 'admin') await runBatch(page)
      sessions.set(role, await context.storageState())
      await context.close()
    }
  })

  for (const screen of ['desktop', 'phone'] as const) {
    const where = screen === 'phone' ? 'on a phone' : 'on a wide screen'
    const as = (role: string) => {
      const storageState = sessions.get(role)
      return { ...screens[screen], ...(storageState === undefined ? {} : { storageState }) }
    }

    for (const part of ['daily', 'forms', 'books', 'house'] as const) {
      test(`The ${part} pages are clean ${where}, light and dark, for an admin`, async ({ browser }) => {
        expect(
          await sweep(browser, { as: as('admin'), pages: async (page) => (await webPages(page))[part] }),
        ).toEqual([])
      })
    }

    // Field staff and approvers work on phones; their pages are a part of the admin's.
    for (const role of screen === 'phone' ? (['field', 'approver'] as const) : []) {
      test(`The daily pages are clean ${where}, light and dark, for the ${role}`, async ({ browser }) => {
        expect(
          await sweep(browser, { as: as(role), pages: async (page) => (await webPages(page)).daily }),
        ).toEqual([])
      })
    }
  }

  test('The pages before sign-in are clean on a phone, light and dark, with a good link and a dead one', async ({
    browser,
  }) => {
    const { decide, invitation } = await mailedDecision()
    const addresses = ['/sign-in', decide, `${decide}x`, invitation, `${invitation}x`]
    const pages = async () => addresses.map((path) => `${stackUrl}${path}`)
    expect(await sweep(browser, { as: screens.phone, pages, refusals: true })).toEqual([])
  })

  test('The pages of the practice books are clean, light and dark', async ({ browser }) => {
    expect(await sweep(browser, { as: screens.desktop, pages: practicePages })).toEqual([])
  })
})

async function sweep(
  browser: Browser,
  at: {
    as: BrowserContextOptions
    pages: (page: Page) => Promise<string[]>
    /** A dead link is answered by a refusal, which the browser tells its console. */
    refusals?: boolean
  },
): Promise<string[]> {
  const context = await browser.newContext(at.as)
  const first = await context.newPage()
  const addresses = (await at.pages(first)).values()
  const findings: string[] = []
  const walk = async (page: Page) => {
    for (const address of addresses) findings.push(...(await pageFindings(page, address)))
  }
  const others = await Promise.all(Array.from({ length: tabs - 1 }, () => context.newPage()))
  await Promise.all([first, ...others].map(walk))
  await context.close()
  return at.refusals ? findings.filter((finding) => !finding.includes('Failed to load resource')) : findings
}
