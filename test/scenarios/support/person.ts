import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test'
import { stackUrl } from './stack.ts'

export interface Person {
  page: Page
  context: BrowserContext
}

export const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 } },
}

/** Signs somebody in through the sign-in page, in a browser of their own, and goes into one company. */
export async function signedIn(
  browser: Browser,
  who: { email: string; password?: string; company: string; phone?: boolean; screen?: BrowserContextOptions },
): Promise<Person> {
  const context = await browser.newContext(who.screen ?? (who.phone ? screens.phone : screens.desktop))
  const page = await context.newPage()
  await page.goto(`${stackUrl}/sign-in`)
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(who.password ?? 'practice')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('banner')).toBeVisible()
  const switcher = page.getByRole('button', { name: /^Company: / })
  if ((await switcher.count()) > 0 && !(await switcher.getAttribute('aria-label'))?.endsWith(who.company)) {
    await switcher.click()
    await page.getByRole('menuitem', { name: who.company }).click()
  }
  await expect(page.getByText(who.company).first()).toBeVisible()
  return { page, context }
}

/** No page may scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
