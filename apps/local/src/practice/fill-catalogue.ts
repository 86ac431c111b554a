import { type CatalogueInput, type CatalogueKind, createRecord } from '@fieldledger/catalogue'
import { createCatalogueRepository, type Database } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import type { PracticeCatalogue } from './practice-catalogue.ts'

/** Makes what is not there yet; answers the ids of the projects by their codes. */
export async function fillCatalogue(
  database: Database,
  { scope, catalogue }: { scope: CompanyScope; catalogue: PracticeCatalogue },
): Promise<Map<string, string>> {
  const ports = {
    catalogue: createCatalogueRepository(database),
    clock: { now: () => new Date() },
    newId: () => v7(),
  }
  const ensure = async <Kind extends CatalogueKind>(kind: Kind, input: CatalogueInput<Kind>) => {
    const [present] = await ports.catalogue.named(scope, { kind, name: input.name })
    return present ?? createRecord(ports, { scope, kind, input })
  }
  for (const vendor of catalogue.vendors) await ensure('vendor', { ...vendor, currency: 'USD' })
  for (const material of catalogue.materials) await ensure('material', material)
  for (const name of catalogue.customers) await ensure('customer', { name })
  for (const costCode of catalogue.costCodes) await ensure('cost-code', costCode)
  const projects = new Map<string, string>()
  for (const project of catalogue.projects) projects.set(project.code, (await ensure('project', project)).id)
  return projects
}
