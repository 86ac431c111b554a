import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../../support/until.ts'

/** The newest letter to this address, out of the folder into which mails go without a mail server; its lines whole. */
export async function capturedMail(to: string): Promise<string> {
  const folder = join(process.env.SCENARIO_DATA ?? '', 'mails')
  return until({ what: `a mail reaches ${to}`, withinMs: 30_000 }, async () => {
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
    const letters = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
    return letters.findLast((letter) => letter.includes(`To: ${to}`))?.replaceAll('=\r\n', '')
  })
}
