/** Which days' digests were sent. */
export interface DigestStore {
  sent(day: string): Promise<boolean>
  /** Only inside of a transaction. false = it was sent, by whichever worker. */
  begin(day: string): Promise<boolean>
}
