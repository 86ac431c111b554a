import { chromium } from '@playwright/test'
import { say } from '../house/say.ts'
import { StartRefused } from '../house/start-refused.ts'
import type { ChromiumSearch, ChromiumSource } from './chromium-source.ts'
import { debiansChromium, playwrightsChromium } from './fetched-chromium.ts'
import { chromiumOnPath, givenChromium } from './present-chromium.ts'

const sources = [givenChromium, chromiumOnPath, playwrightsChromium, debiansChromium]

export const searchHere = (): ChromiumSearch => ({
  given: process.env.PLAYWRIGHT_CHROMIUM,
  path: process.env.PATH ?? '',
  playwrightsOwn: chromium.executablePath(),
  isRoot: process.getuid?.() === 0,
  say,
})

/** The first Chromium found; without one the browser tests fail with this sentence, never silently. */
export async function findChromium(
  search = searchHere(),
  places: ChromiumSource[] = sources,
): Promise<string> {
  const reasons: string[] = []
  for (const source of places) {
    const found = await source(search)
    if ('program' in found) return found.program
    reasons.push(found.reason)
  }
  throw new StartRefused(
    'no-chromium',
    `No Chromium was found for the browser tests: ${reasons.join('; ')}. Install chromium, or set PLAYWRIGHT_CHROMIUM to one, or connect to the network, then run npm test again.`,
  )
}
