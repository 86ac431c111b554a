import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Draft } from './draft.ts'

/** At most two categories on a line, each with one of its options, by id or by name. */
export function settleTracking({ tenant, problems }: Draft, sent: JsonObject[]): JsonObject[] {
  if (sent.length > 2) problems.push('A line item can have a maximum of 2 tracking categories')
  return sent.flatMap((wanted) => {
    const category = match(tenant.all('TrackingCategory'), {
      id: ['TrackingCategoryID', textOf(wanted.TrackingCategoryID)],
      name: textOf(wanted.Name),
    })
    const option = match(listOf(category?.Options), {
      id: ['TrackingOptionID', textOf(wanted.TrackingOptionID)],
      name: textOf(wanted.Option),
    })
    if (!category || !option) {
      const name = textOf(wanted.Option) ?? textOf(wanted.TrackingOptionID) ?? textOf(wanted.Name) ?? ''
      problems.push(`The tracking option '${name}' does not exist or is not active.`)
      return []
    }
    return [
      {
        Name: category.Name ?? '',
        Option: option.Name ?? '',
        TrackingCategoryID: category.TrackingCategoryID ?? '',
        TrackingOptionID: option.TrackingOptionID ?? '',
      },
    ]
  })
}

interface Wanted {
  id: readonly [property: string, value: string | undefined]
  name: string | undefined
}

function match(all: JsonObject[], { id: [property, id], name }: Wanted): JsonObject | undefined {
  return all
    .filter((each) => each.Status === 'ACTIVE')
    .find((each) =>
      id === undefined
        ? textOf(each.Name)?.toLowerCase() === name?.toLowerCase()
        : textOf(each[property])?.toLowerCase() === id.toLowerCase(),
    )
}
