import { Type } from 'typebox'

const Messages = Type.Optional(
  Type.Union([
    Type.Array(Type.Object({ Message: Type.Optional(Type.Union([Type.String(), Type.Null()])) })),
    Type.Null(),
  ]),
)

/** What refused records say, themselves and in their parts (`Element`, `ValidationError`). */
export const Refused = Type.Object({
  StatusAttributeString: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  ValidationErrors: Messages,
  Contact: Type.Optional(Type.Union([Type.Object({ ValidationErrors: Messages }), Type.Null()])),
  LineItems: Type.Optional(
    Type.Union([Type.Array(Type.Object({ ValidationErrors: Messages })), Type.Null()]),
  ),
})
export type Refused = Type.Static<typeof Refused>

/** `Error` of the service itself. */
export const ServiceError = Type.Object({
  ErrorNumber: Type.Optional(Type.Integer()),
  Type: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  Message: Type.String(),
  Elements: Type.Optional(Type.Array(Type.Unknown())),
})

/** The gateway's answer to 401 and 403 (reference §2.6). */
export const GatewayError = Type.Object({
  Title: Type.String(),
  Detail: Type.Optional(Type.Union([Type.String(), Type.Null()])),
})
