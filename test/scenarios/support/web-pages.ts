import { expect, type Page } from '@playwright/test'
import { stackUrl } from './stack.ts'

interface Row {
  id: string
  number?: string
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
  const [forms, submissions, connections, tasks] = await Promise.all([
    rowsOf(page, '/forms'),
    rowsOf(page, '/submissions'),
    rowsOf(page, '/connections'),
    rowsOf(page, '/tasks'),
  ])
  const under = (folder: string, rows: readonly Row[]) => rows.map(({ id }) => `${stackUrl}${folder}/${id}`)
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
      ...plain('/connections', ...['attention', 'log', 'not-sent', 'batches'].map((tab) => `/sync/${tab}`)),
      ...under('/connections', connections),
      ...plain(
        ...['vendors', 'materials', 'customers', 'accounts', 'projects'].map((list) => `/catalogue/${list}`),
      ),
    ],
    house: plain('/people', '/company', '/api-keys', '/audit', '/nowhere'),
  }
}
