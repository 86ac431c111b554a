/** Layout takes its time for each line, and the process does nothing else meanwhile. */
export const mostPrintedLines = 2000

export class TooLongToPrint extends Error {
  readonly code = 'too-long-to-print'
  readonly retryable = false
  readonly status = 422

  constructor() {
    super(
      `A PDF holds ${mostPrintedLines} lines at most: export the lines as CSV, or split the form, then print it.`,
    )
    this.name = 'TooLongToPrint'
  }
}
