/**
 * The key of an effect as an external id, by which the service itself keeps a record single. It takes letters, digits,
 * `_` and `-` (reference §3.2); the keys of effects are made of nothing else.
 */
export function externalId(requestKey: string): string {
  return requestKey.replaceAll(/[^\w-]/g, '-')
}
