/** Effects of one connection that a worker holds at most: as many as the strictest ledger answers at a time. */
export const mostOfOneConnection = 5
