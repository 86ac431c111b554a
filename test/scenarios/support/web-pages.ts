import { expect, type Page } from '@playwright/test'
import { stackUrl } from './stack.ts'

interface Row {
  id: string
  status?: string
  state?: string
  kind?: string
  /** Where a form stands in its ledgers; of other rows, what they call so. */
  ledger?: unknown
}

/** One of every kind: the others show the same with other words. */
function oneOfEach(rows: readonly Row[]): Row[] {
  const kinds = rows.map(
    (row) => [`${row.kind} ${row.status} ${row.state} ${ledgerStates(row.ledger)}`, row] as const,
  )
  return [...new Map(kinds).values()]
}

function ledgerStates(ledger: unknown): unknown {
  return Array.isArray(ledger) ? ledger.map((one: { state: string }) => one.state) : ''
}

/** None where this role may not look: it has no such pages either. */
async function rowsOf(page: Page, path: string): Promise<Row[]> {
  const answer = await page.request.get(`${stackUrl}/api/v1${path}`)
  if (answer.status() === 403) return []
  expect(answer.ok(), `${path} answers ${answer.status()}`).toBe(true)
  return ((await answer.json()) as { rows: Row[] }).rows
}

/** The addresses of all pages of the company that this person is in, with what its rows are called put in. */
export async function webPages(page: Page) {
  const [forms, submissions, connections, tasks, runs, batches, materials] = await Promise.all([
    rowsOf(page, '/forms'),
    rowsOf(page, '/submissions'),
    rowsOf(page, '/connections'),
    rowsOf(page, '/tasks'),
    rowsOf(page, '/runs'),
    rowsOf(page, '/batches'),
    rowsOf(page, '/materials?show=unlinked'),
  ])
  const under = (folder: string, rows: readonly Row[]) =>
    oneOfEach(rows).map(({ id }) => `${stackUrl}${folder}/${id}`)
  const plain = (...paths: string[]) => paths.map((path) => `${stackUrl}${path}`)
  return {
    daily: [
      ...plain('/', '/more', '/my-forms', '/submissions', '/tasks'),
      ...under('/my-forms', forms),
      ...under('/submissions', submissions),
      ...under('/submissions', submissions.slice(0, 1)).map((address) => `${address}/revise`),
      ...under('/tasks', tasks),
    ],
    forms: [
      ...plain('/forms'),
      ...under('/forms', forms.slice(0, 1)).flatMap((address) =>
        ['details', 'fields', 'workflow'].map((tab) => `${address}/${tab}`),
      ),
    ],
    books: [
      ...plain(
        '/connections',
        ...['attention', 'conflicts', 'log', 'not-sent', 'reconcile', 'errors', 'batches'].map(
          (tab) => `/sync/${tab}`,
        ),
      ),
      ...under('/connections', connections),
      ...under('/connections', connections).map((address) => `${address}?tab=lists`),
      ...under('/catalogue/materials', materials.slice(0, 1)).flatMap((address) =>
        connections.slice(0, 1).map(({ id }) => `${address}/map/${id}`),
      ),
      ...plain('/runs'),
      ...under('/runs', runs),
      ...under('/sync/batches', batches),
      ...plain(
        ...['vendors', 'materials', 'customers', 'accounts', 'projects'].map((list) => `/catalogue/${list}`),
      ),
    ],
    house: plain('/people', '/company', '/api-keys', '/audit', '/nowhere'),
  }
}
