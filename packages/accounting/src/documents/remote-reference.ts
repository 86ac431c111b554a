import { Type } from 'typebox'

/** A record in the ledger: its id there, what people call it, and its revision token when it has one. */
export const RemoteReference = Type.Object(
  {
    id: Type.String({ maxLength: 100 }),
    name: Type.Optional(Type.String({ maxLength: 1000 })),
    revision: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
)
export type RemoteReference = Type.Static<typeof RemoteReference>
