/** Names of what is a secret as a rule, also where somebody typed it instead of storing it as one. */
const secretName =
  /auth|bearer|cookie|credential|key|passw|passphrase|secret|session|signature|token|(^|[^a-z])(pass|pwd|sig|sid)([^a-z]|$)/i

/** Also of a name that was percent-encoded. */
export function isSecretName(name: string): boolean {
  return secretName.test(readable(name))
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
