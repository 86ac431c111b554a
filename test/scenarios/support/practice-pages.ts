import { expect, type Page } from '@playwright/test'
import { sandboxUrl } from './stack.ts'

/** The addresses of all kinds of pages of the practice books: found by going through the links, as a person would. */
export async function practicePages(page: Page): Promise<string[]> {
  const seen = new Map<string, string>()
  const open = [`${sandboxUrl}/quickbooks-online/app/`]
  for (let address = open.shift(); address !== undefined; address = open.shift()) {
    const kind = new URL(address).pathname
    if (seen.has(kind)) continue
    seen.set(kind, address)
    await page.goto(address)
    const links = page.locator('a[href]')
    const found = await links.evaluateAll((all) =>
      all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')),
    )
    open.push(...found.filter((link) => link.startsWith(`${sandboxUrl}/quickbooks-online/app/`)))
  }
  expect(seen.size, 'the practice books have more than one page').toBeGreaterThan(1)
  return [...seen.values()]
}
