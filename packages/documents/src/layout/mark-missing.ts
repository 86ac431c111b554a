import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { messages } from './messages.ts'

/** Stands where the typeface has no letter. */
const box = '□'
/** Every typeface has these: most texts need no look at each letter. */
const latin = /^[\p{ASCII}\u00a0-\u024f]*$/u
/** Names of styles and pictures are no text. */
const noText = ['image', 'style', 'font', 'layout']

/** A letter that the typeface has not leaves a box, not nothing, and the paper says what the box means. Pure. */
export function markMissing(
  document: TDocumentDefinitions,
  hasLetter: (codePoint: number) => boolean,
): TDocumentDefinitions {
  let missing = false
  const inText = (text: string) => {
    if (latin.test(text)) return text
    return [...text]
      .map((letter) => {
        if (hasLetter(letter.codePointAt(0) ?? 0)) return letter
        missing = true
        return box
      })
      .join('')
  }
  const within = (part: unknown): unknown => {
    if (typeof part === 'string') return inText(part)
    if (Array.isArray(part)) return part.map(within)
    if (part === null || typeof part !== 'object' || part instanceof Date) return part
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, noText.includes(name) ? value : within(value)]),
    )
  }
  const content = within(document.content) as Content[]
  const { footer } = document
  return {
    ...document,
    content: missing
      ? [...content, { text: messages.missingLetters, style: 'quiet', margin: [0, 14, 0, 0] }]
      : content,
    ...(typeof footer === 'function' ? { footer: (...at) => within(footer(...at)) as Content } : {}),
  }
}
