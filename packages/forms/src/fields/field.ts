import { DecimalText, Money } from '@fieldledger/accounting/money'
import { Type } from 'typebox'

/** Generated ids ("f_k3v9x2"): labels and texts never enter a compiled schema (DESIGN §6). */
export const FieldId = Type.String({ pattern: '^f_[a-z0-9]{6,16}$' })

/** Shows the field only while another field has one of these values. */
export const ShowWhen = Type.Object(
  { field: FieldId, is: Type.Array(Type.String({ maxLength: 300 }), { minItems: 1, maxItems: 50 }) },
  { additionalProperties: false },
)
export type ShowWhen = Type.Static<typeof ShowWhen>

const label = Type.String({ minLength: 1, maxLength: 200 })
const common = {
  id: FieldId,
  label,
  help: Type.Optional(Type.String({ maxLength: 1000 })),
  required: Type.Optional(Type.Boolean()),
  showWhen: Type.Optional(ShowWhen),
}
const closed = { additionalProperties: false }

export const SectionField = Type.Object({ kind: Type.Literal('section'), ...common }, closed)
export const TextField = Type.Object(
  { kind: Type.Literal('text'), ...common, default: Type.Optional(Type.String({ maxLength: 300 })) },
  closed,
)
export const ParagraphField = Type.Object(
  { kind: Type.Literal('paragraph'), ...common, default: Type.Optional(Type.String({ maxLength: 4000 })) },
  closed,
)
export const NumberField = Type.Object(
  {
    kind: Type.Literal('number'),
    ...common,
    unit: Type.Optional(Type.String({ maxLength: 30 })),
    minimum: Type.Optional(DecimalText),
    maximum: Type.Optional(DecimalText),
    default: Type.Optional(DecimalText),
  },
  closed,
)
export const MoneyField = Type.Object(
  { kind: Type.Literal('money'), ...common, default: Type.Optional(Money) },
  closed,
)
export const DateField = Type.Object(
  {
    kind: Type.Literal('date'),
    ...common,
    /** Days after today, e.g. 0 = today, 30 = in thirty days. */
    defaultInDays: Type.Optional(Type.Integer({ minimum: -3660, maximum: 3660 })),
  },
  closed,
)
export const YesNoField = Type.Object(
  { kind: Type.Literal('yes-no'), ...common, default: Type.Optional(Type.Boolean()) },
  closed,
)

export const ChooseCatalogue = Type.Union([
  Type.Literal('vendors'),
  Type.Literal('customers'),
  Type.Literal('people'),
  Type.Literal('projects'),
  Type.Literal('cost-codes'),
])
export type ChooseCatalogue = Type.Static<typeof ChooseCatalogue>

export const ChooseOption = Type.Object({ id: Type.String({ pattern: '^o_[a-z0-9]{4,16}$' }), label }, closed)
export type ChooseOption = Type.Static<typeof ChooseOption>

/** "Choose one or more": `limit` is the most that may be picked, 1 by default for vendors (S4-12). */
export const ChooseField = Type.Object(
  {
    kind: Type.Literal('choose'),
    ...common,
    source: Type.Union([
      Type.Object(
        { from: Type.Literal('options'), options: Type.Array(ChooseOption, { minItems: 1, maxItems: 200 }) },
        closed,
      ),
      Type.Object({ from: Type.Literal('catalogue'), catalogue: ChooseCatalogue }, closed),
    ]),
    limit: Type.Union([Type.Integer({ minimum: 1, maximum: 100 }), Type.Null()]),
    default: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100 })),
  },
  closed,
)
export type ChooseField = Type.Static<typeof ChooseField>

export const AttachmentsField = Type.Object(
  {
    kind: Type.Literal('attachments'),
    ...common,
    maximum: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  closed,
)

/** Which optional columns a material table shows. Material, description, quantity, price, amount always stand. */
export const MaterialTableField = Type.Object(
  {
    kind: Type.Literal('material-table'),
    ...common,
    columns: Type.Object(
      {
        unit: Type.Boolean(),
        tax: Type.Boolean(),
        costCode: Type.Boolean(),
        account: Type.Boolean(),
        /** Of whom each line is bought; forms from before it have none. */
        vendor: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
  },
  closed,
)
export type MaterialTableField = Type.Static<typeof MaterialTableField>

export const Field = Type.Union([
  SectionField,
  TextField,
  ParagraphField,
  NumberField,
  MoneyField,
  DateField,
  YesNoField,
  ChooseField,
  AttachmentsField,
  MaterialTableField,
])
export type Field = Type.Static<typeof Field>
export type FieldKind = Field['kind']
