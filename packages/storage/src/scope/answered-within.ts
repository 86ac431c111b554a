import pTimeout from 'p-timeout'
import { DatabaseSilent } from './database-trouble.ts'

/**
 * The database's answer, or DatabaseSilent when none came in so many milliseconds. The driver (7.8) has no such limit that
 * holds: a command whose connection is given up while it is still being written is never answered, not even by an error.
 * What was asked may still be done afterwards, as after any lost answer.
 */
export function answeredWithin<Answer>(milliseconds: number, asked: Promise<Answer>): Promise<Answer> {
  return pTimeout(asked, {
    milliseconds,
    fallback: () => {
      throw new DatabaseSilent()
    },
  })
}
