import { type Browser, expect, test } from '@playwright/test'
import { seedExamples } from '../../apps/local/src/practice/seed-examples.ts'
import { pageFindings } from './support/page-findings.ts'
import { signedIn } from './support/person.ts'
import { practicePages } from './support/practice-pages.ts'
import { stackUrl } from './support/stack.ts'
import { webPages } from './support/web-pages.ts'

const company = 'Harbour Construction'

test.describe('Every page stands without a serious finding', () => {
  test.setTimeout(600_000)
  test.beforeAll(() => seedExamples({ apiUrl: stackUrl, password: 'practice' }))

  for (const phone of [false, true]) {
    const where = phone ? 'on a phone' : 'on a wide screen'

    for (const part of ['daily', 'forms', 'books', 'house'] as const) {
      test(`The ${part} pages are clean ${where}, light and dark, for an admin`, async ({ browser }) => {
        expect(await sweep(browser, { role: 'admin', part, phone })).toEqual([])
      })
    }

    // Field staff and approvers work on phones; their pages are a part of the admin's.
    for (const role of phone ? (['field', 'approver'] as const) : []) {
      test(`The daily pages are clean ${where}, light and dark, for the ${role}`, async ({ browser }) => {
        expect(await sweep(browser, { role, part: 'daily', phone })).toEqual([])
      })
    }
  }

  test('The sign-in page and the pages of the practice books are clean, light and dark', async ({ page }) => {
    const findings: string[] = []
    const addresses = [`${stackUrl}/sign-in`, ...(await practicePages(page))]
    for (const address of addresses) findings.push(...(await pageFindings(page, address)))
    expect(findings).toEqual([])
  })
})

async function sweep(
  browser: Browser,
  at: { role: string; part: keyof Awaited<ReturnType<typeof webPages>>; phone: boolean },
): Promise<string[]> {
  const { page, context } = await signedIn(browser, {
    email: `${at.role}@practice.example`,
    company,
    phone: at.phone,
  })
  const findings: string[] = []
  for (const address of (await webPages(page))[at.part]) findings.push(...(await pageFindings(page, address)))
  await context.close()
  return findings
}
