import { IconArrowsJoin } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { JoinConfig } from './definition.ts'

export const Icon = IconArrowsJoin

export function Card({ name, summary }: StepCardProps<JoinConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="logic" name={name} summary={summary} />
}
