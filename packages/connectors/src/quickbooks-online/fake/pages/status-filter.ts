import { type Html, html } from '../../../fake-service/html.ts'
import { basePath } from '../base-path.ts'
import type { Entity } from '../json.ts'
import { address, type Section } from './layout.ts'

export type Status = 'active' | 'inactive' | 'all'

const labels: Readonly<Record<Status, string>> = { active: 'Active', inactive: 'Inactive', all: 'All' }
const statuses = Object.keys(labels) as Status[]

export function statusOf(value: unknown): Status {
  return statuses.find((status) => status === value) ?? 'active'
}

export function ofStatus(entities: readonly Entity[], status: Status): Entity[] {
  return entities.filter((entity) => status === 'all' || (entity.Active !== false) === (status === 'active'))
}

export function statusSwitch(section: Section, { realm, status }: { realm: string; status: Status }): Html {
  const link = (each: Status) =>
    html`<a href="${address(section, { realm, status: each })}"${each === status && html` aria-current="true"`}>${labels[each]}</a>`
  return html`<nav class="switch" aria-label="Status">${statuses.map(link)}</nav>`
}

/** One button that makes a list entry inactive, or active again. */
export function activeButton(
  section: Section,
  row: { entity: Entity; name: string; realm: string; status: Status },
): Html {
  const { entity, name, realm, status } = row
  const isActive = entity.Active !== false
  const label = isActive ? 'Make inactive' : 'Make active'
  return html`<form method="post" action="${basePath}/app/${section}/${entity.Id}/active"><input type="hidden" name="realm" value="${realm}"><input type="hidden" name="status" value="${status}"><button name="active" value="${String(!isActive)}" aria-label="${label}: ${name}">${label}</button></form>`
}
