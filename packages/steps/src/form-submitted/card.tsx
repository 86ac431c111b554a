import { IconSend } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { FormSubmittedConfig } from './definition.ts'

export const Icon = IconSend

export function Card({ name, summary }: StepCardProps<FormSubmittedConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="start" name={name} summary={summary} />
}
