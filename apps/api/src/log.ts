import { redactValue } from '@fieldledger/egress'
import { type Logger, pino } from 'pino'

/** What must never stand in a log, wherever it hangs. */
const secrets = ['password', 'token', 'authorization', 'cookie', 'secret', 'accessToken', 'refreshToken']

export function createLog(level: string): Logger {
  return pino({
    level,
    base: { process: 'api' },
    serializers: { err: (error: Error) => redactValue(pino.stdSerializers.err(error)) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
  })
}
