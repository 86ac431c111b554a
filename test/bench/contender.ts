/** One of the two that are measured: ours, or stock Agenda. */
export interface Contender {
  name: string
  /** A POST here makes one durable run of five steps. */
  url: string
  headers: Record<string, string>
  makeBody(): string
  /** How many runs have ended; asked often, so it reads one index. */
  finished(): Promise<number>
  lastFinish(): Promise<Date | undefined>
  /** When the first and the last step of the run of this body or answer left its checkpoint. */
  timesOf(request: { body: string; answer: string }): Promise<{ first: Date; last: Date } | undefined>
}
