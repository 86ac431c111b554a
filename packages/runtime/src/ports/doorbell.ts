/** "There may be work": carries no data, may be rung 0, 1 or 100 times. */
export interface Doorbell {
  ring(): void
}
