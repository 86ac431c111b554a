import { Type } from 'typebox'

/** Base64 of half a megabyte. */
const mostCharacters = 700_000

/** GET /company/logo: empty where the company has none. */
export const LogoView = Type.Object({
  logo: Type.Optional(
    Type.Object({
      contentType: Type.Union([Type.Literal('image/png'), Type.Literal('image/jpeg')]),
      /** Base64. */
      bytes: Type.String(),
    }),
  ),
})
export type LogoView = Type.Static<typeof LogoView>

/** PUT /company/logo: a PNG or JPEG picture, as base64. */
export const LogoInput = Type.Object(
  { bytes: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: mostCharacters }) },
  { additionalProperties: false },
)
export type LogoInput = Type.Static<typeof LogoInput>
