import { IconPencil } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { EditFormConfig } from './definition.ts'

export const Icon = IconPencil

export function Card({ name, summary }: StepCardProps<EditFormConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="people" name={name} summary={summary} />
}
