import { Type } from 'typebox'

/** How a step is tried again after a failure that may go well another time. */
export const RetryPolicy = Type.Object(
  {
    times: Type.Integer({ minimum: 0, maximum: 10 }),
    firstSeconds: Type.Integer({ minimum: 1, maximum: 86_400 }),
    /** Each wait is so many times as long as the one before. */
    factor: Type.Integer({ minimum: 1, maximum: 10 }),
  },
  { additionalProperties: false },
)
export type RetryPolicy = Type.Static<typeof RetryPolicy>

/** For steps that say nothing of their own: 0:30, 2:00, 8:00. */
export const standardRetry: RetryPolicy = { times: 3, firstSeconds: 30, factor: 4 }

/** Longer makes no sense to whoever waits for it. */
const longestSeconds = 7 * 86_400

/** Seconds before each further try; a spread of up to a tenth comes on top, so that many do not come back at once. */
export function retryWaits({ times, firstSeconds, factor }: RetryPolicy): number[] {
  return Array.from({ length: times }, (_, position) =>
    Math.min(longestSeconds, firstSeconds * factor ** position),
  )
}

/** "0:30", "2:00", "1:04:00" */
export function waitInWords(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const two = (count: number) => String(count).padStart(2, '0')
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`
}
