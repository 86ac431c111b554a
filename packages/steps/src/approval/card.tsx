import { IconUserCheck } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { ApprovalConfig } from './definition.ts'

export const Icon = IconUserCheck

export function Card({ name, summary }: StepCardProps<ApprovalConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="people" name={name} summary={summary} />
}
