import type { Token } from './tokenise.ts'

/** Walks over tokens. Whatever does not fit ends in the refusal that it was made with. */
export class TokenReader {
  readonly #tokens: readonly Token[]
  readonly #refusal: () => Error
  #at = 0

  constructor(tokens: readonly Token[] | undefined, refusal: () => Error) {
    if (!tokens) throw refusal()
    this.#tokens = tokens
    this.#refusal = refusal
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  next(kind?: Token['kind']): Token {
    const token = this.peek()
    if (!token || (kind !== undefined && token.kind !== kind)) throw this.#refusal()
    this.#at += 1
    return token
  }

  takeWord(word: string): boolean {
    const token = this.peek()
    const isThere = token?.kind === 'name' && token.text.toUpperCase() === word
    if (isThere) this.#at += 1
    return isThere
  }

  takeSymbol(...symbols: string[]): string | undefined {
    const token = this.peek()
    if (token?.kind !== 'symbol' || !symbols.includes(token.text)) return undefined
    this.#at += 1
    return token.text
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) throw this.#refusal()
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.#refusal()
  }

  /** One or more, with commas between. */
  separated<Each>(read: () => Each): Each[] {
    const all = [read()]
    while (this.takeSymbol(',')) all.push(read())
    return all
  }
}
