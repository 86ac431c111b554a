import { ItemKind, RemoteReference } from '@fieldledger/accounting'
import { Type } from 'typebox'

const closed = { additionalProperties: false }

/** "Create unlinked items" and what happens to the line when it is off (S4-18…20, G-03). */
export const UnlinkedItems = Type.Union([
  Type.Object(
    {
      create: Type.Literal(true),
      kind: ItemKind,
      expenseAccount: Type.Optional(RemoteReference),
      incomeAccount: Type.Optional(RemoteReference),
      assetAccount: Type.Optional(RemoteReference),
    },
    closed,
  ),
  Type.Object(
    {
      create: Type.Literal(false),
      instead: Type.Union([Type.Literal('expense-line'), Type.Literal('hold')]),
    },
    closed,
  ),
])
export type UnlinkedItems = Type.Static<typeof UnlinkedItems>
