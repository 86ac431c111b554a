import { redactValue } from '@fieldledger/egress'
import { type DestinationStream, type Logger, pino } from 'pino'

/** One line of JSON for each thing, with the ids of its run and effect; whatever an error carries of secrets is hidden. */
export function createWorkerLog({ level }: { level: string }, destination?: DestinationStream): Logger {
  const options = {
    name: 'worker',
    level,
    serializers: { err: (error: Error) => redactValue(pino.stdSerializers.err(error)) },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
