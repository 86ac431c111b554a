/** Our processes in the order in which they start; they stop the other way round. */
export const serverNames = ['sandbox', 'api', 'worker'] as const
export type ServerName = (typeof serverNames)[number]

/** All that a killed start may leave behind, in the order in which it is ended. */
export const childNames = ['worker', 'api', 'sandbox', 'vite', 'prepare-database', 'mongod']
