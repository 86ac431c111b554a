const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Beside the two letters and the English name. */
const alsoCalled: Readonly<Record<string, string>> = { usa: 'US', uk: 'GB' }

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = new Map(
  letters.flatMap((first) =>
    letters.flatMap((second) => {
      const name = names.of(`${first}${second}`)
      return name === undefined ? [] : [[name.toLowerCase(), `${first}${second}`] as const]
    }),
  ),
)

/** The service knows countries by two letters; undefined = which one is meant is not known. */
export function countryCode(country: string | undefined): string | undefined {
  const text = (country ?? '').trim()
  if (/^[a-z]{2}$/i.test(text) && names.of(text.toUpperCase()) !== undefined)
    return alsoCalled[text.toLowerCase()] ?? text.toUpperCase()
  return alsoCalled[text.toLowerCase()] ?? codes.get(text.toLowerCase())
}
