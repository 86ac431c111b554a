const unreachable = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ENOTCACHED|network/
const causes = [
  [/ENOSPC/, 'The disk is full: free about 1 GB, then run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'The checkout cannot be written to: make its folder writable for you, then run the command again.',
  ],
  [
    /spawn npm ENOENT/,
    'There is no npm on the PATH: install Node from https://nodejs.org, which brings it, then run the command again.',
  ],
  [
    unreachable,
    'The packages could not be fetched because the package registry does not answer: connect to the network (or set npm’s proxy), then run the command again.',
  ],
]

const incomplete = /can only install packages when/

export const lockIsIncomplete = (output) => incomplete.test(output)

/** What npm said, as one sentence with the way out. */
export function installFailure(output) {
  const known = causes.find(([pattern]) => pattern.test(output))
  if (known) return known[1]
  return `${output.trim()}\nThe packages could not be installed: read npm’s message above, cure it, then run the command again.`
}
