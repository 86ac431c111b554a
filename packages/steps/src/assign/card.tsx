import { IconUserStar } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { AssignConfig } from './definition.ts'

export const Icon = IconUserStar

export function Card({ name, summary }: StepCardProps<AssignConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="people" name={name} summary={summary} />
}
