import type { Page } from '@fieldledger/contract'

/** Every row of a list, up to a limit that spreadsheets still open. */
export async function allPages<Row>(
  read: (cursor: string | undefined) => Promise<Page<Row>>,
  most = 20_000,
): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined && rows.length < most)
  return rows
}
