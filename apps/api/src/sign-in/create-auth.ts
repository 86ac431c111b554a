import { type Database, hashPassword, verifyPassword } from '@fieldledger/storage'
import { betterAuth } from 'better-auth'
import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import { bearer } from 'better-auth/plugins/bearer'
import { v7 } from 'uuid'

export type Auth = ReturnType<typeof createAuth>

/** Users and sessions only; companies and roles are ours. People are made by set-up and invitation, never here. */
export function createAuth(parts: { database: Database; secret: string; publicUrl: string }) {
  const client = parts.database.connection.getClient()
  return betterAuth({
    baseURL: parts.publicUrl,
    basePath: '/api/v1/auth',
    secret: parts.secret,
    database: mongodbAdapter(client.db(parts.database.connection.name), { client }),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { modelName: 'users' },
    session: { modelName: 'sessions', expiresIn: 14 * 86_400, updateAge: 86_400 },
    account: { modelName: 'signIns' },
    verification: { modelName: 'verifications' },
    // Our own door counts attempts and checks origins, for these addresses as for all others.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'fieldledger',
      useSecureCookies: parts.publicUrl.startsWith('https:'),
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { generateId: () => v7() },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [bearer()],
  })
}
