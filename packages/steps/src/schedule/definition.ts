import {
  defineStep,
  describeRecurrence,
  isTimeZone,
  type Problem,
  Recipients,
  Recurrence,
  SubmissionFilter,
} from '@fieldledger/workflow'
import { Type } from 'typebox'
import { describeFilter } from '../describe-filter.ts'
import { filterProblems } from '../filter-problems.ts'

/** `timeZone`: where it is not the company's. */
export const ScheduleConfig = Type.Object(
  {
    recurrence: Recurrence,
    timeZone: Type.Optional(Type.String({ maxLength: 60 })),
    filter: SubmissionFilter,
    tell: Recipients,
    paused: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ScheduleConfig = Type.Static<typeof ScheduleConfig>

/** A trigger by the clock: the workflow starts for every form that fits, each once. */
export const schedule = defineStep({
  kind: 'schedule',
  title: 'Schedule',
  description: 'Starts the workflow at the end of the day or at set times, for every form that fits.',
  group: 'Triggers',
  icon: 'clock',
  trigger: true,
  starts: (config) => ({ on: 'clock', ...config }),
  executable: false,
  perProvider: false,
  config: ScheduleConfig,
  initial: (): ScheduleConfig => ({
    recurrence: { every: 'end-of-day' },
    filter: { statuses: ['approved'] },
    tell: { roles: ['bookkeeper'], people: [] },
    paused: false,
  }),
  outlets: () => [{ id: 'next', label: 'Each form' }],
  summary(config, { connections }) {
    if (config.paused) return 'Paused'
    const when = describeRecurrence(config.recurrence)
    return `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${describeFilter(config.filter, connections)}`
  },
  problems(config, { connections }) {
    const found: Problem[] = []
    const { recurrence, timeZone } = config
    if (recurrence.every === 'week' && recurrence.on.length === 0)
      found.push({
        code: 'no-weekday',
        severity: 'error',
        message: 'Choose at least one day of the week.',
        place: 'recurrence',
      })
    if (timeZone !== undefined && !isTimeZone(timeZone))
      found.push({
        code: 'no-such-time-zone',
        severity: 'error',
        message: `There is no time zone "${timeZone}": choose another one, or the company's.`,
        place: 'timeZone',
      })
    return [...found, ...filterProblems(config.filter, connections)]
  },
  migrations: [],
})
