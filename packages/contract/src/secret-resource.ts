import { Type } from 'typebox'

const name = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,59}$' })

/** GET /secrets. A value never leaves the server again, except to its origin. */
export const SecretView = Type.Object({ name, origin: Type.String(), savedAt: Type.String() })
export type SecretView = Type.Static<typeof SecretView>

/** PUT /secrets: adds a secret, or replaces the one of this name. */
export const SecretInput = Type.Object(
  {
    name,
    /** Scheme, host and port, as in https://api.example.com: the only place it is ever sent to. */
    origin: Type.String({ pattern: '^https?://[^/?#@\\s]+/?$', maxLength: 300 }),
    /** One line of plain text, since it stands in a header. */
    value: Type.String({ pattern: '^[\\x20-\\x7e]{1,4000}$' }),
  },
  { additionalProperties: false },
)
export type SecretInput = Type.Static<typeof SecretInput>
