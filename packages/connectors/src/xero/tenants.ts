import { type Consent, LedgerUnavailable, ReconnectNeeded } from '@fieldledger/accounting'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { present } from '../present.ts'

/** GET /connections (xero-identity.yaml): what all consents of this person to our app amount to. */
const Tenants = Type.Array(
  Type.Object({
    id: Type.String({ pattern: '^[0-9a-zA-Z-]{1,50}$' }),
    tenantId: Type.String({ pattern: '^[0-9a-fA-F-]{36}$' }),
    tenantName: Type.Optional(Type.Union([Type.String({ maxLength: 500 }), Type.Null()])),
    tenantType: Type.Optional(Type.String({ maxLength: 50 })),
    authEventId: Type.Optional(Type.String({ maxLength: 50 })),
  }),
  { maxItems: 1000 },
)

/** Organisations of this consent and of earlier ones stand in the same list; the token names its own. */
export function openedBy(answer: string, accessToken: string): Pick<Consent, 'companies' | 'reach'> {
  const organisations = organisationsIn(answer)
  const event = consentOf(accessToken)
  const ofThis = organisations.filter(({ authEventId }) => authEventId === event)
  const named = ofThis.length > 0 ? ofThis : organisations
  if (named.length === 0)
    throw new ReconnectNeeded('Xero did not say which organisation was connected. Connect once more.')
  return {
    companies: named.map(({ tenantId, tenantName }) => ({
      id: tenantId,
      ...present({ name: tenantName ?? undefined }),
    })),
    reach: organisations.map(({ tenantId }) => tenantId),
  }
}

export function organisationsIn(answer: string): Static<typeof Tenants> {
  const tenants = parsed(answer)
  if (!Value.Check(Tenants, tenants))
    throw new LedgerUnavailable('Xero answered the sign-in in a way that cannot be read. Try again later.')
  return tenants.filter(({ tenantType = 'ORGANISATION' }) => tenantType === 'ORGANISATION')
}

/** The claim `authentication_event_id` of the access token. It only chooses among what the service itself listed. */
function consentOf(accessToken: string): unknown {
  const payload = parsed(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return typeof payload === 'object' && payload !== null && 'authentication_event_id' in payload
    ? payload.authentication_event_id
    : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
