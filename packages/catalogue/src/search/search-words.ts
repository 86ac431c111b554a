/** The words by which a record is found: lower case, without accents and marks. */
export function searchWords(...texts: readonly (string | undefined)[]): string[] {
  const words = texts.flatMap((text) =>
    (text ?? '')
      .normalize('NFKD')
      .replaceAll(/\p{Mark}/gu, '')
      .toLowerCase()
      .split(/[^\p{Letter}\p{Number}]+/u),
  )
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 60)
}

/** Pieces of three letters: two words that share most of them are probably the same one, mistyped. */
export function searchPieces(words: readonly string[]): string[] {
  const pieces = words.flatMap((word) => {
    const padded = ` ${word} `
    return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3))
  })
  return [...new Set(pieces)].slice(0, 200)
}
