import { IconHourglass } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { WaitConfig } from './definition.ts'

export const Icon = IconHourglass

export function Card({ name, summary }: StepCardProps<WaitConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="logic" name={name} summary={summary} />
}
