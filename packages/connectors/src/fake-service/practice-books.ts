import { BooksFile } from './books-file.ts'

const placesOfTheFirstDay = ['Harbour Construction', 'Volt Auto Electric']

/** One company in the books, whatever the service calls it. */
export interface Place {
  id: string
  name: string
  settings: object
}

/** The books of a practice ledger: state in memory, every record on the disk. */
export abstract class PracticeBooks<BooksRecord, Kept extends Place> {
  readonly places = new Map<string, Kept>()
  readonly now: () => number
  readonly #file: BooksFile<BooksRecord>
  readonly #listeners: ((record: BooksRecord) => void)[] = []

  constructor(options: { path: string; now: () => number }) {
    this.now = options.now
    this.#file = new BooksFile(options.path)
  }

  abstract make(wanted: { name: string; id?: string }): Kept

  abstract changeSettings(place: string, settings: Partial<Kept['settings']>): void

  /** Very many vendors and items at one go. */
  abstract addCrowd(place: string, crowd: { vendors: number; items: number }): void

  protected abstract apply(record: BooksRecord): void

  write(record: BooksRecord): void {
    this.apply(record)
    this.#file.append(record)
    for (const listener of this.#listeners) listener(record)
  }

  /** Hears of every write from now on. */
  listen(listener: (record: BooksRecord) => void): void {
    this.#listeners.push(listener)
  }

  timestamp(): string {
    return new Date(this.now()).toISOString()
  }

  /** Nobody is answered from books that are not yet on the disk. */
  settled(): Promise<void> {
    return this.#file.settled()
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  /** What was written before; in empty books, the companies of the first day. */
  protected begin(): void {
    for (const record of this.#file.read()) this.apply(record)
    if (this.places.size === 0) for (const name of placesOfTheFirstDay) this.make({ name })
  }

  protected settle(id: string, settings: Partial<Kept['settings']>): void {
    const place = this.places.get(id)
    if (place) place.settings = { ...place.settings, ...settings }
  }
}
