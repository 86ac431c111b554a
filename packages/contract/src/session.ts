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
})
export type PersonView = Type.Static<typeof PersonView>
