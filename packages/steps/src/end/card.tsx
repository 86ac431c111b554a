import { IconFlag } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { EndConfig } from './definition.ts'

export const Icon = IconFlag

export function Card({ name, summary }: StepCardProps<EndConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="end" name={name} summary={summary} />
}
