import { IconBell } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { NotifyConfig } from './definition.ts'

export const Icon = IconBell

export function Card({ name, summary }: StepCardProps<NotifyConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="people" name={name} summary={summary} />
}
