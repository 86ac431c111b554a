import { IconCopyPlus } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { CreateFormConfig } from './definition.ts'

export const Icon = IconCopyPlus

export function Card({ name, summary }: StepCardProps<CreateFormConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="form" name={name} summary={summary} />
}
