import { IconArrowsSplit } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { ParallelConfig } from './definition.ts'

export const Icon = IconArrowsSplit

export function Card({ name, summary }: StepCardProps<ParallelConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="logic" name={name} summary={summary} />
}
