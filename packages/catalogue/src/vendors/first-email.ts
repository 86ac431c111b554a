/** A ledger that keeps one address keeps the first of ours. */
export function firstEmail(email: string | undefined): string | undefined {
  return addresses(email)[0]
}

/** Our addresses with the ledger's in the first place: those behind it are ours alone. */
export function withFirstEmail(email: string | undefined, first: string | undefined): string | undefined {
  const [, ...others] = addresses(email)
  const all = [...(first === undefined ? [] : [first]), ...others.filter((each) => each !== first)]
  return all.length === 0 ? undefined : all.join(', ')
}

function addresses(email = ''): string[] {
  return email
    .split(/[,;]/)
    .map((address) => address.trim())
    .filter((address) => address !== '')
}
