const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function newStepId(): string {
  return `s_${randomLetters()}`
}

export function newEdgeId(): string {
  return `e_${randomLetters()}`
}

function randomLetters(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(10)),
    (byte) => letters[byte % letters.length],
  ).join('')
}
