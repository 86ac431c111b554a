import { IconBolt } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { OnEventConfig } from './definition.ts'

export const Icon = IconBolt

export function Card({ name, summary }: StepCardProps<OnEventConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="start" name={name} summary={summary} />
}
