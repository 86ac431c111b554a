import { IconGitBranch } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { ConditionConfig } from './definition.ts'

export const Icon = IconGitBranch

export function Card({ name, summary }: StepCardProps<ConditionConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="logic" name={name} summary={summary} />
}
