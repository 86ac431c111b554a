import { closeSync, fsync, ftruncateSync, mkdirSync, openSync, readFileSync, write } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const writeTo = promisify(write)
const syncToDisk = promisify(fsync)

export class BooksUnreadable extends Error {
  readonly code = 'BOOKS_UNREADABLE'
  readonly retryable = false

  constructor(path: string, line: number) {
    super(
      `The practice books ${path} are damaged at line ${line}. Move the file away to begin with empty books.`,
    )
    this.name = 'BooksUnreadable'
  }
}

/** An append-only file of JSON lines. `settled()` resolves when everything appended so far is on the disk. */
export class BooksFile<Line> {
  readonly #descriptor: number
  readonly #path: string
  #waiting: string[] = []
  #flushing: Promise<void> | undefined
  #isClosed = false

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    this.#path = path
    this.#descriptor = openSync(path, 'a+', 0o600)
  }

  /** A last line without its end was never answered for: it is cut off. */
  read(): Line[] {
    const bytes = readFileSync(this.#path)
    const end = bytes.lastIndexOf(10) + 1
    if (end < bytes.length) ftruncateSync(this.#descriptor, end)
    const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
    return lines.map((line, index) => this.#parse(line, index + 1))
  }

  /** Nothing is taken any more once the file is closed, as if the machine had stopped. */
  append(line: Line): void {
    if (this.#isClosed) return
    this.#waiting.push(`${JSON.stringify(line)}\n`)
    this.#flushing ??= this.#flush()
  }

  async settled(): Promise<void> {
    while (this.#flushing) await this.#flushing
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.settled()
    closeSync(this.#descriptor)
  }

  /** Writers that arrive during one fsync share the next one. */
  async #flush(): Promise<void> {
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const bytes = Buffer.from(this.#waiting.join(''))
      this.#waiting = []
      for (let written = 0; written < bytes.length; ) {
        written += (await writeTo(this.#descriptor, bytes, written)).bytesWritten
      }
      await syncToDisk(this.#descriptor)
    }
    this.#flushing = undefined
  }

  #parse(line: string, number: number): Line {
    try {
      return JSON.parse(line) as Line
    } catch {
      throw new BooksUnreadable(this.#path, number)
    }
  }
}
