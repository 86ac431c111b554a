import { type HttpSession, UnexpectedAnswer } from './http-session.ts'

/** Connects the same books of a practice ledger again, as an admin does: through its consent page. */
export async function reconnect(
  admin: HttpSession,
  { connectionId, realm }: { connectionId: string; realm: string },
): Promise<void> {
  const { url } = await admin.post<{ url: string }>(`/connections/${connectionId}/authorize`)
  const page = new URL(url)
  const form = new URLSearchParams(page.search)
  form.set('realm', realm)
  form.set('decision', 'connect')
  const consent = await fetch(new URL(page.pathname, page), {
    method: 'POST',
    headers: { origin: page.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    redirect: 'manual',
  })
  await consent.body?.cancel()
  const location = consent.headers.get('location')
  if (location === null) throw new UnexpectedAnswer('the consent page', { status: consent.status, body: '' })
  const back = await fetch(location, { headers: admin.headers(), redirect: 'manual' })
  await back.body?.cancel()
}
