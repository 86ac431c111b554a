/** Ports that browsers and `fetch` refuse to speak HTTP to (WHATWG Fetch, "port blocking"), from 1024 upward. */
const blocked = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
])

export function isBrowserSafe(port: number): boolean {
  return !blocked.has(port)
}
