import { defineStep, type Problem } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { problemAt } from '../problem-at.ts'

export const WaitUnit = Type.Union([
  Type.Literal('minutes'),
  Type.Literal('hours'),
  Type.Literal('days'),
  Type.Literal('weeks'),
])
export type WaitUnit = Type.Static<typeof WaitUnit>

/** For some time, until a date, or until the date in a field; dates and days by the company's clock. */
export const WaitConfig = Type.Object(
  {
    until: Type.Union([Type.Literal('duration'), Type.Literal('date'), Type.Literal('field')]),
    amount: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
    unit: Type.Optional(WaitUnit),
    date: Type.Optional(Type.String({ maxLength: 10 })),
    field: Type.Optional(Type.String({ maxLength: 40 })),
    time: Type.Optional(Type.String({ maxLength: 5 })),
  },
  { additionalProperties: false },
)
export type WaitConfig = Type.Static<typeof WaitConfig>

const calendarDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

export const wait = defineStep({
  kind: 'wait',
  title: 'Wait',
  description: 'Goes on after some time, or on a date.',
  group: 'Logic',
  icon: 'hourglass',
  trigger: false,
  executable: false,
  perProvider: false,
  config: WaitConfig,
  initial: (): WaitConfig => ({ until: 'duration', amount: 1, unit: 'days' }),
  outlets: () => [{ id: 'next', label: 'Time has come' }],
  summary(config, { form }) {
    const at = config.time ? `, ${config.time}` : ''
    if (config.until === 'duration') return `For ${config.amount ?? '?'} ${unitFor(config)}`
    if (config.until === 'date') return config.date ? `Until ${config.date}${at}` : 'Choose a date'
    const field = form.fields.find(({ id }) => id === config.field)
    return field === undefined ? 'Choose a date of the form' : `Until "${field.label}"${at}`
  },
  problems(config, { form }) {
    if (config.until === 'duration')
      return config.amount === undefined || config.unit === undefined
        ? [problemAt('amount', { code: 'no-duration', message: 'Enter how long to wait.' })]
        : []
    const found: Problem[] = []
    if (config.until === 'date' && !calendarDate.test(config.date ?? ''))
      found.push(problemAt('date', { code: 'no-date', message: 'Choose the date to wait for.' }))
    if (
      config.until === 'field' &&
      !form.fields.some(({ id, kind }) => id === config.field && kind === 'date')
    )
      found.push(problemAt('field', { code: 'no-date-field', message: 'Choose a date field of the form.' }))
    if (config.time !== undefined && !timeOfDay.test(config.time))
      found.push(
        problemAt('time', {
          code: 'no-time',
          message: 'Enter the time as hours and minutes, such as 09:00.',
        }),
      )
    return found
  },
  migrations: [],
})

function unitFor({ amount, unit }: WaitConfig): string {
  return amount === 1 ? (unit ?? '').slice(0, -1) : (unit ?? '')
}
