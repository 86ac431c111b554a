import { Environment, Role } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Permission } from './permission.ts'

export const CompanyView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  currency: Type.String(),
  timeZone: Type.String(),
  practice: Type.Boolean(),
  environments: Type.Array(Environment),
})
export type CompanyView = Type.Static<typeof CompanyView>

/** GET /me */
export const Me = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  company: CompanyView,
  role: Role,
  permissions: Type.Array(Permission),
  companies: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), practice: Type.Boolean(), role: Role }),
  ),
})
export type Me = Type.Static<typeof Me>

export const PersonView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  role: Role,
  projectIds: Type.Array(Type.String()),
  active: Type.Boolean(),
  /** Whose approval their forms need, where a workflow asks for it. */
  supervisorId: Type.Union([Type.String(), Type.Null()]),
})
export type PersonView = Type.Static<typeof PersonView>

export const InvitationView = Type.Object({
  id: Type.String(),
  email: Type.String(),
  role: Role,
  expiresAt: Type.String(),
  /** Shown once, to whoever invites. */
  url: Type.Optional(Type.String()),
})
export type InvitationView = Type.Static<typeof InvitationView>

/** What the holder of an invitation's token sees before there is a session. */
export const OpenInvitation = Type.Object({
  email: Type.String(),
  role: Role,
  company: Type.String(),
  /** Then its password is asked for instead of a new one. */
  hasSignIn: Type.Boolean(),
})
export type OpenInvitation = Type.Static<typeof OpenInvitation>

export const ApiKeyView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** Its first letters; the rest is known to its holder alone. */
  start: Type.String(),
  permissions: Type.Array(Permission),
  createdBy: Type.String(),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  /** To five minutes. */
  lastUsedAt: Type.Optional(Type.String()),
  state: Type.Union([Type.Literal('active'), Type.Literal('expired'), Type.Literal('revoked')]),
  /** Shown once, to whoever makes it. */
  key: Type.Optional(Type.String()),
})
export type ApiKeyView = Type.Static<typeof ApiKeyView>

export const NewApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
    permissions: Type.Array(Permission, { minItems: 1, maxItems: 50, uniqueItems: true }),
    days: Type.Integer({ minimum: 1, maximum: 730 }),
  },
  { additionalProperties: false },
)
export type NewApiKey = Type.Static<typeof NewApiKey>
