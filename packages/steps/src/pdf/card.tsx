import { IconFileTypePdf } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { PdfConfig } from './definition.ts'

export const Icon = IconFileTypePdf

export function Card({ name, summary }: StepCardProps<PdfConfig>) {
  return <CardBody icon={<Icon size={22} />} tone="form" name={name} summary={summary} />
}
