const leastMajor = 20
const leastMinor = 19

/** One sentence with the way out when this Node is too old, else undefined. */
export function tooOldSentence(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined
  return `Fieldledger needs Node ${leastMajor}.${leastMinor} or newer and this is ${version}: install a newer one from https://nodejs.org, then run the command again.`
}
