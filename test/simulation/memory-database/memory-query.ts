export interface QuerySettings {
  sort?: Record<string, 1 | -1>
  limit?: number
  session?: unknown
  [option: string]: unknown
}

/** As mongoose's: asked further until it is awaited. */
export class MemoryQuery<Result> implements PromiseLike<Result> {
  private readonly settings: QuerySettings
  private readonly execute: (settings: QuerySettings) => Promise<Result>

  constructor(options: QuerySettings, execute: (settings: QuerySettings) => Promise<Result>) {
    this.settings = { ...options }
    this.execute = execute
  }

  lean(): this {
    return this
  }

  sort(by: Record<string, 1 | -1>): this {
    this.settings.sort = by
    return this
  }

  limit(count: number): this {
    this.settings.limit = count
    return this
  }

  session(session: unknown): this {
    this.settings.session = session ?? undefined
    return this
  }

  setOptions(options: QuerySettings): this {
    Object.assign(this.settings, options)
    return this
  }

  // biome-ignore lint/suspicious/noThenProperty: a query of mongoose is awaited.
  then<Fulfilled = Result, Rejected = never>(
    fulfilled?: ((result: Result) => Fulfilled | PromiseLike<Fulfilled>) | null,
    rejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.execute(this.settings).then(fulfilled, rejected)
  }

  catch<Rejected>(rejected: (reason: unknown) => Rejected): Promise<Result | Rejected> {
    return this.execute(this.settings).catch(rejected)
  }
}
