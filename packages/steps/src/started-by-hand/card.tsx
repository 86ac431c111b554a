import { IconHandClick } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { StartedByHandConfig } from './definition.ts'

export const Icon = IconHandClick

export function Card({ name, summary }: StepCardProps<StartedByHandConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="start" name={name} summary={summary} />
}
