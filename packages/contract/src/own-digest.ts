import { Type } from 'typebox'

/** GET and PUT /me/digest: the daily e-mail of what waits, what needs attention and what happened yesterday. */
export const OwnDigest = Type.Object({ wanted: Type.Boolean() }, { additionalProperties: false })
export type OwnDigest = Type.Static<typeof OwnDigest>
