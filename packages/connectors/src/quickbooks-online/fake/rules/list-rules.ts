import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../fault-catalogue.ts'
import { classificationOf, usualSubType } from './account-types.ts'
import type { Draft, Settled } from './draft.ts'
import { cleanName, qualifiedName, refuseTakenName } from './names.ts'

const childMark: Partial<Record<Draft['kind'], string>> = {
  Account: 'SubAccount',
  Class: 'SubClass',
  Department: 'SubDepartment',
  Item: 'SubItem',
}

/** Name, uniqueness and place in the tree: the same for every named list. */
export function settleNamed({ realm, kind, body, before }: Draft): JsonObject {
  const named = { ...body, Name: cleanName('Name', textOf(body.Name)) }
  const full = qualifiedName({ realm, kind, body: named })
  refuseTakenName({ realm, kind, name: full, ...(before && { ownId: before.Id }) })
  const mark = childMark[kind]
  return {
    ...named,
    FullyQualifiedName: full,
    ...(mark !== undefined && { [mark]: body.ParentRef !== undefined }),
  }
}

export function settleList(draft: Draft): Settled {
  return { body: settleNamed(draft) }
}

export function settleTerm(draft: Draft): Settled {
  const { body } = draft
  if (body.DueDays === undefined && body.DayOfMonthDue === undefined) throw refuse.missing('DueDays')
  const { FullyQualifiedName: _, ...named } = settleNamed(draft)
  return { body: { ...named, Type: body.DueDays === undefined ? 'DATE_DRIVEN' : 'STANDARD' } }
}

export function settleAccount(draft: Draft): Settled {
  const { body, before } = draft
  const type = textOf(body.AccountType) ?? textOf(before?.AccountType)
  if (type === undefined) throw refuse.missing('AccountType')
  const balance = before?.CurrentBalance ?? 0
  return {
    body: {
      ...settleNamed(draft),
      AccountType: type,
      AccountSubType: textOf(body.AccountSubType) ?? usualSubType(type),
      Classification: classificationOf(type),
      CurrentBalance: balance,
      CurrentBalanceWithSubAccounts: balance,
      CurrencyRef: body.CurrencyRef ?? { value: 'USD', name: 'United States Dollar' },
    },
  }
}
