import { expect, type Page } from '@playwright/test'

/** What is another word, another field or another table in each ledger; all else of the story is the same. */
export interface LedgerStory {
  provider: string
  /** What its step is called after "Sync with". */
  label: string
  /** The whole name, as connecting calls it. */
  product: string
  consent: { company: string; yes: string }
  /** How many targets the slider has with its fold open. */
  targets: number
  /** How the two lines of the order stand in its books: one of a linked material, one of free text. */
  lines: { material: string; freeText: string }
  itemNames(books: unknown): string[]
}

export const ledgerStories: readonly LedgerStory[] = [
  {
    provider: 'quickbooks-online',
    label: 'QuickBooks',
    product: 'QuickBooks Online',
    consent: { company: 'Name of the new practice company', yes: 'Connect' },
    targets: 11,
    lines: { material: 'Item details', freeText: 'Category details' },
    itemNames: (books) => Object(books).entities.Item.map((item: { Name: string }) => item.Name),
  },
  {
    provider: 'xero',
    label: 'Xero',
    product: 'Xero',
    consent: { company: 'Name of a new practice organisation', yes: 'Allow access' },
    targets: 11,
    lines: { material: 'Lines', freeText: 'Lines' },
    itemNames: (books) => Object(books).elements.Items.map((item: { Name: string }) => item.Name),
  },
  {
    provider: 'netsuite',
    label: 'NetSuite',
    product: 'NetSuite',
    consent: { company: 'Name of a new practice company', yes: 'Allow' },
    targets: 12,
    lines: { material: 'Items', freeText: 'Expenses' },
    itemNames: (books) =>
      Object.entries(Object(books).records)
        .filter(([kind]) => kind.endsWith('Item'))
        .flatMap(([, items]) => Object.values(Object(items)))
        .map((item) => Object(item).displayName ?? Object(item).itemId),
  },
]

/** Says yes on the ledger's own page, to books of our own. */
export async function giveConsent(
  page: Page,
  { consent, company }: Pick<LedgerStory, 'consent'> & { company: string },
) {
  await expect(page.getByLabel(consent.company)).toBeVisible()
  for (const other of await page.getByRole('checkbox').all()) await other.uncheck()
  await page.getByLabel(consent.company).fill(company)
  await page.getByRole('button', { name: consent.yes, exact: true }).click()
}
