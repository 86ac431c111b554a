export const messages = {
  title: 'Conflicts',
  hint: 'Suppliers and items of which both sides changed the same field. Each side keeps its own until you have chosen.',
  emptyTitle: 'Nothing was changed on both sides',
  emptyHint: 'What is changed on one side only needs nobody to choose.',
  rules: 'Set rules for this ledger',
  kinds: { vendor: 'Supplier', material: 'Item' },
  itemHint: (ledger: string) =>
    `What ${ledger} keeps is not changed there: what you take of ours stays beside it, until it is changed there again.`,
  record: (kind: string, at: { name: string; ledger: string }) => `${kind}: ${at.name} · ${at.ledger}`,
  field: 'Field',
  here: 'Here',
  there: (ledger: string) => `In ${ledger}`,
  changedBy: (name: string) => `${name},`,
  changedHere: 'changed',
  seenThere: 'seen',
  empty: 'empty',
  before: 'Before, on both sides:',
  take: (field: string) => `What stands for ${field}`,
  ours: 'Ours',
  theirs: 'Theirs',
  other: 'Another value',
  value: (field: string) => `${field} on both sides`,
  valueHere: (field: string) => `${field} here`,
  always: (side: string, field: string) => `Always take ${side.toLowerCase()} for ${field.toLowerCase()}`,
  allOurs: 'Take all of ours',
  allTheirs: 'Take all of theirs',
  save: (count: number) =>
    count === 0
      ? 'Choose first what stands'
      : count === 1
        ? 'Take over 1 field'
        : `Take over ${count} fields`,
  saved: { vendor: 'Taken over on both sides.', material: 'Taken over here.' },
  retry: 'Try again',
}
