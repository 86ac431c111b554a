import { Type } from 'typebox'
import { Id, Mark, Name } from './wire.ts'

/** `TrackingCategory` with its `TrackingOption`s. */
export const TrackingCategory = Type.Object({
  TrackingCategoryID: Id,
  Name: Type.Optional(Name),
  Status: Type.Optional(Mark),
  Options: Type.Optional(
    Type.Array(Type.Object({ TrackingOptionID: Id, Name, Status: Type.Optional(Mark) }), {
      maxItems: 1000,
    }),
  ),
})
export type TrackingCategory = Type.Static<typeof TrackingCategory>

export const TrackingCategories = Type.Object({
  TrackingCategories: Type.Array(TrackingCategory, { maxItems: 100_000 }),
})
