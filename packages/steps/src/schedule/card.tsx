import { IconClock } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { ScheduleConfig } from './definition.ts'

export const Icon = IconClock

export function Card({ name, summary }: StepCardProps<ScheduleConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="start" name={name} summary={summary} />
}
