import type { Say } from '../house/say.ts'

export interface ChromiumSearch {
  /** PLAYWRIGHT_CHROMIUM */
  given: string | undefined
  path: string
  /** Where Playwright keeps the one that it fetches. */
  playwrightsOwn: string
  isRoot: boolean
  say: Say
}

export type ChromiumSource = (search: ChromiumSearch) => Promise<{ program: string } | { reason: string }>
