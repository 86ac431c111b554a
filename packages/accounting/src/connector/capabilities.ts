import { Type } from 'typebox'
import type { DocumentKind } from '../documents/document-kind.ts'
import { FirstStatus } from '../documents/first-status.ts'
import { EditRule } from './edit-rule.ts'

/** What one ledger can do with one kind of document. */
export const DocumentCapability = Type.Object({
  /** What the ledger itself calls this document, for sentences on screen. */
  label: Type.String(),
  create: Type.Boolean(),
  /** What may still be changed of it, by how it stands there; a standing that is not among them takes no change. */
  edits: Type.Array(EditRule),
  /** What cancelling does there: G-13. */
  cancel: Type.Union([
    Type.Literal('close'),
    Type.Literal('delete'),
    Type.Literal('void'),
    Type.Literal('none'),
  ]),
  /** true = what cancelling closes there is deleted instead where a person chooses so (G-13). */
  deletesByChoice: Type.Optional(Type.Boolean()),
  lineKinds: Type.Array(Type.Union([Type.Literal('item'), Type.Literal('expense')])),
  /** amounts = an expense line there has an amount alone · without-unit = no unit; both are told in its description. */
  expenseLines: Type.Optional(Type.Union([Type.Literal('amounts'), Type.Literal('without-unit')])),
  numberLimit: Type.Integer(),
  memoLimit: Type.Integer(),
  lineLimit: Type.Integer(),
  /** How many characters of other texts it takes; absent = it publishes no limit. `shipToLines`: so many lines of that length. */
  textLimits: Type.Optional(
    Type.Object({
      line: Type.Optional(Type.Integer()),
      project: Type.Optional(Type.Integer()),
      shipTo: Type.Optional(Type.Integer()),
      shipToLines: Type.Optional(Type.Integer()),
    }),
  ),
  /** true = a due date that was sent once can be changed, but not taken away. */
  keepsDueDate: Type.Optional(Type.Boolean()),
  /** true = the ledger refuses it without one. */
  needsDueDate: Type.Optional(Type.Boolean()),
  /** Each line carries its tax rate, and the ledger adds the tax to the total (G-14): always, or where the company has purchase tax. */
  lineTax: Type.Optional(Type.Union([Type.Boolean(), Type.Literal('by-company')])),
  /** true = a document of a company with tax codes may go without any, where its form says nothing of tax. */
  untaxed: Type.Optional(Type.Boolean()),
  /** true = the tax is reckoned on the sum of the lines of one rate, and rounded once; absent = line by line (G-16). */
  taxSummed: Type.Optional(Type.Boolean()),
  /** true = it has no memo: what is said about it goes into notes beside it, which are not taken back. */
  notesBeside: Type.Optional(Type.Boolean()),
  /** true = where no field of the form is mapped to its memo, it bears the way back to the form (G-24). */
  linksBack: Type.Optional(Type.Boolean()),
  /** true = comments on the form go into notes beside it, which are not taken back. */
  commentsBeside: Type.Optional(Type.Boolean()),
  /** Files of the form go with it: how many, where that is limited, of how many bytes each, and which endings do not. */
  files: Type.Optional(
    Type.Object({
      most: Type.Optional(Type.Integer()),
      bytes: Type.Integer(),
      refuses: Type.Optional(Type.Array(Type.String())),
    }),
  ),
  /** true = its lines name the lines of the order that they bill, which closes them there. */
  linksOrders: Type.Optional(Type.Boolean()),
  /** true = an order that its bills do not close there: it is set billed once those that arrived cover it. */
  marksBilled: Type.Optional(Type.Boolean()),
  /** true = it is made out of an order that the ledger holds, line by line, and says what arrived of each: a receipt. */
  ofOrder: Type.Optional(Type.Boolean()),
  /** true = the ledger lets several documents bear one number. */
  numbersRepeat: Type.Optional(Type.Boolean()),
  /** true = a vendor's paper may have been typed in there by hand: it is looked for by its number before ours is sent. */
  looksForPaper: Type.Optional(Type.Boolean()),
  /** In which status it is made there, and in which others it may be by choice (G-04). */
  firstStatus: Type.Optional(Type.Object({ usual: FirstStatus, choices: Type.Array(FirstStatus) })),
  /** Where a mapping target lands when the ledger has no field of that name: its own word for the place. */
  lands: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** Mapping targets that it has no place for: they are not sent, and the slider says so. */
  lacks: Type.Optional(Type.Array(Type.String())),
})
export type DocumentCapability = Type.Static<typeof DocumentCapability>

export const TrackingTarget = Type.Object({
  target: Type.Union([Type.Literal('class'), Type.Literal('department'), Type.Literal('location')]),
  label: Type.String(),
  /** Absent = of any list, but not two of one. */
  list: Type.Optional(Type.String()),
})
export type TrackingTarget = Type.Static<typeof TrackingTarget>

/** Capability flags and limits of one ledger. Callers branch on these, never on a provider's name. */
export const Capabilities = Type.Object({
  delivery: Type.Union([Type.Literal('push'), Type.Literal('pull'), Type.Literal('file')]),
  documents: Type.Record(Type.String(), DocumentCapability),
  vendors: Type.Object({
    list: Type.Boolean(),
    create: Type.Boolean(),
    nameLimit: Type.Integer(),
    /** true = vendors are changed, made inactive and active again from here. */
    update: Type.Optional(Type.Boolean()),
    /** Which of a vendor's fields it does not keep. */
    lacks: Type.Optional(Type.Array(Type.String())),
    /** true = a document is in the one currency of its vendor. */
    oneCurrency: Type.Optional(Type.Boolean()),
    /** true = its terms of payment are told with it. */
    terms: Type.Optional(Type.Boolean()),
    /** Which it keeps, and shows when a vendor is read by itself only. */
    notListed: Type.Optional(Type.Array(Type.String())),
    /** true = it keeps several e-mail addresses of a vendor, which are parted by commas here. */
    severalEmails: Type.Optional(Type.Boolean()),
  }),
  items: Type.Object({
    list: Type.Boolean(),
    create: Type.Array(Type.String()),
    nameLimit: Type.Integer(),
    skuLimit: Type.Integer(),
    descriptionLimit: Type.Optional(Type.Integer()),
    forbiddenInName: Type.String(),
    /** true = lines name an item by its SKU: one without it is called by its name there. */
    namedBySku: Type.Optional(Type.Boolean()),
    /** Which of an item's fields are changed from here: "name", "sku", "description", "price". */
    update: Type.Optional(Type.Array(Type.String())),
    /** true = the ledger knows no inactive items. */
    alwaysActive: Type.Optional(Type.Boolean()),
    /** true = an item names the vendor from whom it is bought. */
    preferredVendor: Type.Optional(Type.Boolean()),
  }),
  accounts: Type.Object({
    list: Type.Boolean(),
    /** true = it gives those alone that have a text in their name; absent = its list is one answer. */
    searched: Type.Optional(Type.Boolean()),
  }),
  classes: Type.Boolean(),
  /** Which targets name a mark, out of which of its lists, and what people call one there; absent = "class" alone, of any. */
  tracking: Type.Optional(Type.Array(TrackingTarget)),
  /** true = documents name their terms of payment out of a list that it keeps, and it counts their due dates by them. */
  terms: Type.Optional(Type.Boolean()),
  /** true = documents may name one of its employees, out of a list that it keeps; what has no place for one says so in `lacks`. */
  employees: Type.Optional(Type.Boolean()),
  /** How the job of a document arrives: as one of the ledger's customers, found by its name, or as text. Absent = not. */
  projects: Type.Optional(Type.Union([Type.Literal('customer'), Type.Literal('text')])),
  unitPriceDecimals: Type.Integer(),
  /** With how many digits after the comma the ledger's own pages keep unit prices, and which others may be set there. */
  unitPriceDigits: Type.Optional(Type.Object({ usual: Type.Integer(), choices: Type.Array(Type.Integer()) })),
  /** The same key within this window returns the first answer again; null = the ledger has no such key. */
  replayWindowMs: Type.Union([Type.Integer(), Type.Null()]),
  /** No look-up for an unknown outcome before this much time since the request was sent. */
  quietPeriodMs: Type.Integer(),
  /** It tells what was changed in it when it is asked: how often that is done, and how far back it remembers. */
  changes: Type.Optional(
    Type.Object({ everyMinutes: Type.Integer(), lookBackDays: Type.Optional(Type.Integer()) }),
  ),
  /** Document kind → the words by which settings elsewhere name what is sent of it (G-21). */
  sendingCaptions: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** One consent may open several of its companies, among which a person then chooses. */
  choosesCompanies: Type.Optional(Type.Boolean()),
  rate: Type.Object({ perSecond: Type.Integer(), perMinute: Type.Integer(), concurrent: Type.Integer() }),
})
export type Capabilities = Type.Static<typeof Capabilities>

export function documentCapability(
  capabilities: Capabilities,
  kind: DocumentKind,
): DocumentCapability | undefined {
  return Object.hasOwn(capabilities.documents, kind) ? capabilities.documents[kind] : undefined
}
