import { Type } from 'typebox'

export const Role = Type.Union([
  Type.Literal('admin'),
  Type.Literal('bookkeeper'),
  Type.Literal('approver'),
  Type.Literal('field'),
  Type.Literal('viewer'),
  Type.Literal('auditor'),
])
export type Role = Type.Static<typeof Role>

export interface StaffMember {
  id: string
  role: Role
}

/** Roles and people; who must do something, or be told. */
export const Recipients = Type.Object(
  {
    roles: Type.Array(Role, { maxItems: 6 }),
    people: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100 }),
    /** Also whoever submitted the form. */
    submitter: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type Recipients = Type.Static<typeof Recipients>
