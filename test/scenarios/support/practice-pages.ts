import { expect, type Page } from '@playwright/test'
import { sandboxUrl } from './stack.ts'

const books = `${sandboxUrl}/quickbooks-online/app/`

/** The addresses of all kinds of pages of the practice books: found by going through the links, as a person would. */
export async function practicePages(page: Page): Promise<string[]> {
  const seen = new Map<string, string>()
  const open = [books]
  for (let address = open.shift(); address !== undefined; address = open.shift()) {
    const kind = new URL(address).pathname
    if (seen.has(kind)) continue
    seen.set(kind, address)
    // The books need no script: their pages are read without showing them.
    const html = await (await page.request.get(address)).text()
    for (const [, link = ''] of html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)) {
      const found = new URL(link.replaceAll('&amp;', '&'), address).href
      if (found.startsWith(books)) open.push(found)
    }
  }
  expect(seen.size, 'the practice books have more than one page').toBeGreaterThan(1)
  return [...seen.values()]
}
