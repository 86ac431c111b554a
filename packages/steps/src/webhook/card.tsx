import { IconWebhook } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { WebhookConfig } from './definition.ts'

export const Icon = IconWebhook

export function Card({ name, summary }: StepCardProps<WebhookConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="start" name={name} summary={summary} />
}
