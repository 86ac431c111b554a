import type { MemoryDatabase } from './memory-database.ts'
import { NoSuchTransaction } from './memory-errors.ts'
import type { View } from './view.ts'

/** A transaction under way: its snapshot is taken by its first operation. */
export class MemorySession {
  private view: View | undefined
  private aborted = false
  private readonly database: MemoryDatabase

  constructor(database: MemoryDatabase) {
    this.database = database
  }

  /** In whole seconds, as the server tells it with each answer. */
  get operationTime(): { t: number } {
    return { t: Math.floor(this.database.now().getTime() / 1000) }
  }

  /** As the driver's: repeated on a transient error until it commits or fails for good. */
  async withTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      this.view = undefined
      this.aborted = false
      try {
        const result = await work()
        await this.commit()
        return result
      } catch (error) {
        if (!isTransient(error)) throw error
      }
    }
  }

  async endSession(): Promise<void> {}

  /** Only the first operation is a point of scheduling: within a snapshot no other can be told apart. */
  async run<Result>(operation: (view: View) => Result): Promise<Result> {
    if (this.aborted) throw new NoSuchTransaction()
    try {
      if (this.view === undefined) {
        await this.database.arrival('transaction')
        this.view = this.database.snapshot()
      }
      return operation(this.view)
    } catch (error) {
      this.aborted = true
      throw error
    }
  }

  private async commit(): Promise<void> {
    if (this.aborted) throw new NoSuchTransaction()
    const { view } = this
    if (view === undefined) return
    // The driver repeats a commit whose answer was lost, so it is never in doubt.
    await this.database.arrival('commit')
    this.database.commit(view)
  }
}

function isTransient(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errorLabels' in error &&
    (error.errorLabels as string[]).includes('TransientTransactionError')
  )
}
