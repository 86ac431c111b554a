import type { Money, RemoteDocument, RemoteReference } from '@fieldledger/accounting'
import type { Preview } from '@fieldledger/runtime'

export interface ShownFields {
  number: string | null
  vendor: string | null
  date: string | null
  dueDate: string | null
  terms: string | null
  employee: string | null
  memo: string | null
  shipTo: string | null
  /** On each line. */
  marks: string[][]
  projects: string[][]
  lines: ShownLine[]
  net: Money
  total: Money | null
}

interface ShownLine {
  kind: 'item' | 'expense'
  item: string | null
  account: string | null
  taxCode: string | null
  description: string
  quantity: string
  unitPrice: string
  amount: Money | null
}

/** What the ledger's own lists call what its documents name by id alone, or by another name. */
export interface CalledThere {
  marks: ReadonlyMap<string, string>
  items: ReadonlyMap<string, string>
  /** Texts that stand beside a document which has no field for them. */
  notes?: readonly string[]
}

/** What a person read before sending, field by field. */
export function shownBefore(preview: Preview): ShownFields {
  const marks = [...(preview.class === null ? [] : [preview.class]), ...preview.tracking].toSorted()
  const lines = byKind(preview.lines)
  return {
    number: preview.number,
    vendor: preview.vendor?.name ?? null,
    date: preview.date,
    dueDate: preview.dueDate,
    terms: preview.terms,
    employee: preview.employee,
    memo: preview.memo,
    shipTo: preview.shipTo,
    marks: lines.map(() => marks),
    projects: lines.map(() => (preview.project === null ? [] : [preview.project])),
    lines: lines.map(({ kind, item, account, taxCode, description, quantity, unitPrice, amount }) => ({
      kind,
      item: item?.name ?? null,
      account: account?.id ?? null,
      taxCode: taxCode?.id ?? null,
      description,
      quantity,
      unitPrice,
      amount,
    })),
    net: preview.net,
    total: preview.total,
  }
}

/** The same fields, out of what the ledger holds. */
export function foundThere(read: RemoteDocument, { marks, items, notes }: CalledThere): ShownFields {
  const lines = byKind(read.lines)
  const noted = (what: string) => notes?.find((note) => note.startsWith(what))?.slice(what.length)
  const job = noted('Project: ')
  return {
    number: read.number ?? null,
    vendor: read.party?.name ?? null,
    date: read.date ?? null,
    dueDate: read.dueDate ?? null,
    terms: read.terms?.name ?? null,
    employee: read.employee?.name ?? null,
    memo: (notes === undefined ? read.memo : notes.find((note) => !/^[A-Z][a-z ]+: /.test(note))) ?? null,
    shipTo: (notes === undefined ? read.shipTo : noted('Ship to: ')) ?? null,
    marks: lines.map(({ classes = [] }) => names([...classes, ...(read.classes ?? [])], marks)),
    projects: lines.map(({ projects = [] }) => (job === undefined ? names(projects) : [job])),
    lines: lines.map(
      ({ kind, item, account, taxCode, description, quantity = '', unitPrice = '', amount }) => ({
        kind,
        item: item === undefined ? null : (items.get(item.id) ?? item.id),
        account: account?.id ?? null,
        taxCode: taxCode?.id ?? null,
        description: description ?? '',
        quantity,
        unitPrice,
        amount,
      }),
    ),
    net: read.net,
    total: read.total ?? null,
  }
}

/** A ledger may keep its lines as two lists. */
function byKind<Line extends { kind: string }>(lines: readonly Line[]): Line[] {
  return lines.toSorted((one, other) => other.kind.localeCompare(one.kind))
}

function names(references: readonly RemoteReference[], called?: ReadonlyMap<string, string>): string[] {
  return references.map(({ id, name = id }) => called?.get(id) ?? name).toSorted()
}
