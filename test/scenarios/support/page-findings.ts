import AxeBuilder from '@axe-core/playwright'
import { type ConsoleMessage, expect, type Page } from '@playwright/test'

const rawValues: readonly [RegExp, string][] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i, 'shows a raw id'],
  [
    /\[object Object\]|\bundefined\b|\bNaN\b|Invalid Date(?:Time)?/,
    'shows a value that was never made readable',
  ],
  [/\b[a-z]+(?:_[a-z0-9]+)+\b|\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b/, 'shows a raw code'],
  [/\bFailed to\b|Something went wrong|Internal Server Error|could not be loaded/, 'shows a failure'],
]

/** Everything that is wrong with one page, light and dark, one sentence for each. */
export async function pageFindings(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = []
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') complaints.push(`says in the console: ${message.text()}`)
  }
  const onError = (error: Error) => complaints.push(`throws: ${error.message}`)
  page.on('console', onConsole)
  page.on('pageerror', onError)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(address)
  await settled(page)
  const findings = [
    ...(await rawValueFindings(page)),
    ...(await sidewaysFindings(page)),
    ...(await axeFindings(page, 'light')),
    ...(await axeFindings(page, 'dark')),
    ...complaints,
  ]
  page.off('console', onConsole)
  page.off('pageerror', onError)
  return findings.map((finding) => `${new URL(address).pathname} ${finding}`)
}

/** What was asked for has arrived: nothing on the page says that it is still loading. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1, h2, [role="heading"]').first()).toBeVisible()
  await expect(page.locator('.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"]')).toHaveCount(
    0,
  )
}

async function rawValueFindings(page: Page): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: only what people can see counts, not scripts and hidden parts
  const text = await page.evaluate(() => globalThis.document.body.innerText)
  return rawValues.flatMap(([pattern, what]) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined ? [] : [`${what}: ${found}`]
  })
}

async function sidewaysFindings(page: Page): Promise<string[]> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return over > 0 ? [`scrolls ${over} px sideways`] : []
}

async function axeFindings(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(untilColoursStand)
  // In the page itself: the other mode opens a page of its own for every report, though we have no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  // Structure and names are the same in the dark; only contrast is another.
  const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const where = nodes.map(({ target }) => target.join(' ')).join(' , ')
      return `breaks the axe rule ${id} (${colorScheme}) at ${where}`
    })
}

/** Runs in the page: a colour in the middle of its change has a contrast that nobody reads. */
async function untilColoursStand(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(passing.map(({ finished }) => finished))
}
