import { IconForms } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { SetFieldConfig } from './definition.ts'

export const Icon = IconForms

export function Card({ name, summary }: StepCardProps<SetFieldConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="form" name={name} summary={summary} />
}
