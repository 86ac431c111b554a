import { existsSync } from 'node:fs'
import { programOnPath } from '../house/program-on-path.ts'
import { StartRefused } from '../house/start-refused.ts'
import type { ChromiumSource } from './chromium-source.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export const givenChromium: ChromiumSource = async ({ given }) => {
  if (!given) return { reason: 'PLAYWRIGHT_CHROMIUM is not set' }
  if (existsSync(given)) return { program: given }
  throw new StartRefused(
    'chromium-given',
    `PLAYWRIGHT_CHROMIUM: there is no ${given}: set it to a Chromium program, or unset it.`,
  )
}

export const chromiumOnPath: ChromiumSource = async ({ path }) => {
  const program = names.map((name) => programOnPath(name, path)).find((found) => found !== undefined)
  return program ? { program } : { reason: 'there is no chromium on the PATH' }
}
