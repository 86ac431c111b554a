import { IconBuildingBank } from '@tabler/icons-react'
import { CardBody } from '../views/card-body.tsx'
import type { StepCardProps } from '../views/step-view.ts'
import type { AccountingSyncConfig } from './definition.ts'

export const Icon = IconBuildingBank

export function Card({ name, summary, logoUrl }: StepCardProps<AccountingSyncConfig>) {
  const icon = logoUrl === undefined ? <Icon size={22} /> : <img src={logoUrl} alt="" />
  return <CardBody icon={icon} tone="ledger" name={name} summary={summary} />
}
