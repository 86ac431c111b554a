import { LedgerUnavailable, ReconnectNeeded, SeveralCompaniesNamed } from '@fieldledger/accounting'
import { Type } from 'typebox'
import { Value } from 'typebox/value'

/** GET /connections (xero-identity.yaml): what all consents of this person to our app amount to. */
const Tenants = Type.Array(
  Type.Object({
    tenantId: Type.String({ pattern: '^[0-9a-fA-F-]{36}$' }),
    tenantType: Type.Optional(Type.String({ maxLength: 50 })),
    authEventId: Type.Optional(Type.String({ maxLength: 50 })),
  }),
  { maxItems: 1000 },
)

/** The organisation of this consent. Earlier consents stand in the same list; the token names its own. */
export function tenantOf(answer: string, accessToken: string): string {
  const tenants = parsed(answer)
  if (!Value.Check(Tenants, tenants))
    throw new LedgerUnavailable('Xero answered the sign-in in a way that cannot be read. Try again later.')
  const event = consentOf(accessToken)
  const organisations = tenants.filter(({ tenantType = 'ORGANISATION' }) => tenantType === 'ORGANISATION')
  const ofThis = organisations.filter(({ authEventId }) => authEventId === event)
  const [first, ...others] = ofThis.length > 0 ? ofThis : organisations
  if (first === undefined)
    throw new ReconnectNeeded('Xero did not say which organisation was connected. Connect once more.')
  if (others.length > 0)
    throw new SeveralCompaniesNamed(
      'Xero connected several organisations at once. Connect once more, and choose one organisation on Xero’s page; each gets a connection of its own.',
    )
  return first.tenantId
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
