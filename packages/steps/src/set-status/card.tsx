import { IconTag } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { SetStatusConfig } from './definition.ts'

export const Icon = IconTag

export function Card({ name, summary }: StepCardProps<SetStatusConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="form" name={name} summary={summary} />
}
