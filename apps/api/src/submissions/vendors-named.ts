import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

/** Ids of vendors whose name fits what was typed into a search box. */
export async function vendorsNamed(
  { catalogue }: Pick<Services, 'catalogue'>,
  { scope, name }: { scope: CompanyScope; name: string },
): Promise<string[]> {
  const page = await catalogue.list(scope, { kind: 'vendor', query: { text: name, limit: 50 } })
  return page.rows.map(({ id }) => id)
}
