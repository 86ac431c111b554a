const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

function randomLetters(count: number): string {
  return [...crypto.getRandomValues(new Uint8Array(count))]
    .map((byte) => letters[byte % letters.length])
    .join('')
}

export function newFieldId(): string {
  return `f_${randomLetters(8)}`
}

export function newOptionId(): string {
  return `o_${randomLetters(6)}`
}
