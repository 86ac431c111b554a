import { hash, type Options, verify } from '@node-rs/argon2'

/** argon2id, the library's default, by OWASP's figures: 19 MiB, two passes, one lane. */
const settings: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return hash(password, settings)
}

/** In better-auth's order of arguments. */
export async function verifyPassword(attempt: { hash: string; password: string }): Promise<boolean> {
  return verify(attempt.hash, attempt.password)
}
