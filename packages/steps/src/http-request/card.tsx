import { IconWorldUpload } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { HttpRequestConfig } from './definition.ts'

export const Icon = IconWorldUpload

export function Card({ name, summary }: StepCardProps<HttpRequestConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="logic" name={name} summary={summary} />
}
