import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'

/** An item may stand only on transactions of its subsidiaries, and of those beneath them where it says so. */
export function checkItemsAvailable(
  company: Company,
  { items, subsidiary }: { items: JsonObject[]; subsidiary: JsonObject },
): void {
  if (!company.settings.oneWorld) return
  const own = idOf(subsidiary)
  items.forEach((line, n) => {
    const id = isObject(line.item) ? idOf(line.item) : ''
    const { subsidiary: named, includeChildren } = company.find('item', id)?.record ?? {}
    const reach = includeChildren === true ? [own, ...ancestorsOf(company, own)] : [own]
    if (!listOf(named).some((each) => reach.includes(idOf(each))))
      throw refuse.value({ value: id, field: 'item', path: `item.items[${n}].item` })
  })
}

function ancestorsOf(company: Company, id: string): string[] {
  const { parent } = company.findRecord('subsidiary', id) ?? {}
  return isObject(parent) ? [idOf(parent), ...ancestorsOf(company, idOf(parent))] : []
}
