import {
  type Capabilities,
  type Connector,
  type DocumentCapability,
  type DocumentKind,
  describeField,
  type EditRule,
  type ErrorEntry,
  mayBeChanged,
} from '@fieldledger/accounting'
import { mappingTargets } from '@fieldledger/workflow'

/** docs/connectors/<provider>.md: what a ledger can do, its limits, where mapped fields land, and what its refusals mean. */
export function connectorPage({ label, capabilities, errorCatalogue }: Connector): string {
  const { vendors, items, rate, unitPriceDecimals, unitPriceDigits, replayWindowMs, quietPeriodMs } =
    capabilities
  const documents = Object.entries(capabilities.documents)
  return [
    `# ${label}`,
    'Written by `npx vitest run --project architecture test/house/connector-pages.test.ts -u` from the connector; do not edit.',
    '## Documents',
    table(
      ['Here', 'There', 'Made', 'Changed', 'Cancelled', 'Lines', 'Number', 'Memo', 'At most'],
      documents.map(([kind, document]) => documentRow(kind, document)),
    ),
    documents
      .flatMap(([kind, document]) => rulesOf(document).map((rule) => `- **${kind}**: ${rule}`))
      .join('\n'),
    '## What may still be changed',
    'A change goes by the button, or by itself where Connections → What is sent says so. The document is looked at right before, and by the way in which it stands:',
    table(
      ['Document', 'While it', 'Changes', 'Else'],
      documents.flatMap(([kind, { edits }]) => edits.map((rule) => editRow(kind, rule))),
    ),
    '## Mapping: where a field of the form lands',
    'What the slider of its sync step offers, \\* is required. “Its own” is a field of that meaning.',
    mappingTable(capabilities),
    '## Vendors, items, lists',
    [
      `- Vendors: ${told({ read: vendors.list, made: vendors.create, changed: vendors.update })}; names of at most ${vendors.nameLimit} characters.`,
      ...(vendors.lacks === undefined ? [] : [`- It keeps no ${vendors.lacks.join(', ')} of a vendor.`]),
      ...(vendors.notListed === undefined
        ? []
        : [
            `- Its list of vendors does not show ${vendors.notListed.join(', ')}: they are read when a vendor is sent.`,
          ]),
      `- Items: ${told({ read: items.list })}; made as ${items.create.join(', ')}; names of at most ${items.nameLimit} characters, SKUs of at most ${items.skuLimit}.`,
      ...(items.update === undefined
        ? []
        : [`- Of an item its ${items.update.join(', ')} can be kept here and sent there.`]),
      ...(items.namedBySku
        ? ['- Lines name an item by its SKU: one without it is called by its name there.']
        : []),
      ...(items.alwaysActive ? ['- It knows no inactive items.'] : []),
      ...(capabilities.tracking === undefined
        ? []
        : [
            `- Each line carries up to ${capabilities.tracking.length} marks of its lists: ${[...new Set(capabilities.tracking.map((one) => one.label))].join(', ')}.`,
          ]),
      ...(capabilities.terms
        ? ['- Terms of payment: its own list, read when a document names them; it counts due dates by them.']
        : vendors.terms
          ? ['- Terms of payment: told with each vendor; it has no list of them.']
          : []),
      ...(capabilities.employees
        ? ['- Employees: its own list, read when a document is to name one; they are found by their names.']
        : []),
      `- Unit prices with ${unitPriceDecimals} decimals.`,
      ...(unitPriceDigits === undefined
        ? []
        : [
            `- Its own pages round unit prices to ${unitPriceDigits.usual} digits unless they were told otherwise.`,
          ]),
    ].join('\n'),
    '## Pace and repeats',
    [
      `- At most ${rate.perMinute} requests a minute, ${rate.concurrent} at a time.`,
      replayWindowMs === null
        ? '- It knows no key that makes a repeat harmless: an unknown outcome is always looked up.'
        : `- The same key gives the first answer again for ${replayWindowMs / 60_000} minutes.`,
      `- An unknown outcome is looked up ${quietPeriodMs / 60_000} minutes after it was sent, not before.`,
    ].join('\n'),
    '## What its refusals mean',
    table(['', 'Why', 'What to do', 'Who', 'Its words'], errorCatalogue.map(errorRow)),
    '',
  ].join('\n\n')
}

/** Targets whose place is the same in every ledger. */
const placeAnywhere: Readonly<Record<string, string>> = {
  serviceFrom: 'the description of the lines',
  serviceTo: 'the description of the lines',
  paperTotal: 'compared with the total, not sent',
}

function mappingTable(capabilities: Capabilities): string {
  const documents = Object.entries(capabilities.documents)
  const kinds = documents.map(([kind]) => kind as DocumentKind)
  const targets = [
    ...new Map(kinds.flatMap((kind) => mappingTargets(kind)).map((one) => [one.target, one])).values(),
  ]
  const rows = targets
    .filter(({ needs }) => needs === undefined || capabilities[needs] === true)
    .map(({ target, label, required }) => [
      required ? `${label}\\*` : label,
      ...documents.map(([kind, { lands = {}, lacks = [] }]) => {
        if (!mappingTargets(kind as DocumentKind).some((one) => one.target === target)) return ''
        if (lacks.includes(target)) return 'no place: it is not sent'
        return lands[target] ?? placeAnywhere[target] ?? 'its own'
      }),
    ])
  return table(['Target', ...kinds], rows)
}

function documentRow(kind: string, document: DocumentCapability): string[] {
  const { label, create, cancel, lineKinds, numberLimit, memoLimit, lineLimit } = document
  return [
    kind,
    label,
    yes(create),
    yes(mayBeChanged(document)),
    document.deletesByChoice ? `${cancel}, or delete by choice` : cancel,
    lineKinds.join(', '),
    `${numberLimit} characters`,
    `${memoLimit} characters`,
    `${lineLimit} lines`,
  ]
}

function editRow(kind: string, { words, stays, instead = '' }: EditRule): string[] {
  const state = words.replace(/,$/, '')
  if (stays === 'nothing') return [kind, state, 'go', instead]
  if (stays === 'everything') return [kind, state, 'do not go', instead]
  return [kind, state, `go, but for: ${stays.map(describeField).join(', ')}`, instead]
}

function rulesOf(document: DocumentCapability): string[] {
  const { line, project, shipTo, shipToLines } = document.textLimits ?? {}
  return [
    ...(line === undefined ? [] : [`the text of a line has at most ${line} characters.`]),
    ...(project === undefined ? [] : [`the name of the project has at most ${project} characters.`]),
    ...(shipTo === undefined || document.lacks?.includes('shipTo')
      ? []
      : [
          shipToLines === undefined
            ? `the place to ship to has at most ${shipTo} characters.`
            : `the place to ship to has ${shipToLines} lines of at most ${shipTo} characters.`,
        ]),
    ...(document.needsDueDate ? ['it is refused without a due date.'] : []),
    ...(document.keepsDueDate ? ['a due date that was sent can be changed, not taken away.'] : []),
    ...(document.lineTax === true ? ['each line carries its tax rate.'] : []),
    ...(document.lineTax === 'by-company'
      ? ['each line carries its tax code where the company has purchase tax.']
      : []),
    ...(document.notesBeside ? ['it has no memo: what is said about it becomes a note beside it.'] : []),
    ...(document.linksBack ? ['a memo that no field is mapped to bears a link back to the form.'] : []),
    ...(document.commentsBeside ? ['comments on the form become notes beside it.'] : []),
    ...(document.files
      ? [
          `${document.files.most === undefined ? 'the' : document.files.most} files of the form go with it, of at most ${document.files.bytes / 1_000_000} MB each${document.files.refuses === undefined ? '' : `, no ${document.files.refuses.join(' or ')} files`}.`,
        ]
      : []),
    ...(document.firstStatus
      ? [
          `it is made as ${document.firstStatus.usual}; by choice as ${document.firstStatus.choices.filter((one) => one !== document.firstStatus?.usual).join(' or ')}.`,
        ]
      : []),
    ...(document.ofOrder
      ? ['it is made out of an order that is there, line by line, and needs no price.']
      : []),
    ...(document.marksBilled
      ? ['its bills do not close it there: it is set billed once those that arrived cover it.']
      : []),
    ...(document.linksOrders ? ['its lines name the lines of the order that it was made from.'] : []),
    ...(document.numbersRepeat ? ['several may bear one number there.'] : []),
    ...(document.looksForPaper
      ? ["before a vendor's paper is sent, one that was typed in there by hand is looked for by its number."]
      : []),
  ]
}

const people: Record<ErrorEntry['curedBy'], string> = {
  nobody: 'nobody: it cures itself',
  submitter: 'whoever filled in the form',
  bookkeeper: 'bookkeeper',
  admin: 'admin',
  'ledger-admin': 'administrator of the ledger',
  support: 'support',
}

function errorRow({ title, why, cure, curedBy, words }: ErrorEntry): string[] {
  return [`**${title}**`, why, cure, people[curedBy], words.map((word) => `\`${word}\``).join(' ')]
}

function told(able: Record<string, boolean | undefined>): string {
  return Object.entries(able)
    .filter(([, can]) => can)
    .map(([verb]) => verb)
    .join(', ')
}

function yes(able: boolean): string {
  return able ? 'yes' : 'no'
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
