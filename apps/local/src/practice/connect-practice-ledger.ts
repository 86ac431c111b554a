import { PracticeRefused, type PracticeSession } from './practice-session.ts'

export interface PracticeConnection {
  id: string
  provider: string
  providerLabel: string
}

interface ConnectionRow extends PracticeConnection {
  state: string
}

/** Connects the practice ledger as an admin does: through its consent page, with books of the company's own. */
export async function connectPracticeLedger(
  admin: PracticeSession,
  company: { name: string; provider?: string },
): Promise<PracticeConnection> {
  const { provider = 'quickbooks-online' } = company
  const { rows } = await admin.get<{ rows: ConnectionRow[] }>('/connections')
  const present = rows.find((row) => row.provider === provider)
  if (present?.state === 'active') return present
  const connection =
    present ??
    (await admin.post<ConnectionRow>('/connections', {
      provider,
      environment: 'practice',
      name: `${company.name} books`,
    }))
  const { url } = await admin.post<{ url: string }>(`/connections/${connection.id}/authorize`)
  const location = await admin.comeBack(await giveConsent(url, company))
  if (!location.includes(`/connections/${connection.id}`))
    throw new PracticeRefused('connecting the practice ledger', { status: 302, text: location })
  return connection
}

/** Presses Connect on the consent page; answers where it sends the browser. */
async function giveConsent(url: string, company: { name: string }): Promise<string> {
  const page = new URL(url)
  const form = new URLSearchParams(page.search)
  const asked = await (await fetch(page)).text()
  const fresh = freshBooks(asked, company)
  // The two practice ledgers name their fields as the pages of the real ones speak: companies, organisations.
  if (fresh === undefined)
    for (const name of ['company_name', 'organisation_name']) form.set(name, company.name)
  else form.set('realm', fresh)
  // Each page has its own word for yes, on its first button.
  form.set('decision', /name="decision" value="(\w+)"/.exec(asked)?.[1] ?? 'connect')
  const answer = await fetch(new URL(page.pathname, page), {
    method: 'POST',
    headers: { origin: page.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    redirect: 'manual',
  })
  const location = answer.headers.get('location')
  if (location === null)
    throw new PracticeRefused('the consent page', { status: answer.status, text: await answer.text() })
  await answer.body?.cancel()
  return location
}

/** Books of that name in which nothing was ordered yet: old ones would take our numbers for taken. */
function freshBooks(page: string, company: { name: string }): string | undefined {
  const choices = page.matchAll(
    /value="(\d+)"[^>]*><span><strong>([^<]*)<\/strong><small>\d+ · (\d+) purchase/g,
  )
  return [...choices].find(([, , name, orders]) => name === company.name && orders === '0')?.[1]
}
